select set_config('session_' || 'replication_role', 'replica', false)
