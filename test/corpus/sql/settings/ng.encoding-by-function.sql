select set_config('client_encoding', 'latin1', false)
