set lc_messages = 'de_DE'
