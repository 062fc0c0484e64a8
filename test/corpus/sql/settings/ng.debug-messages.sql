set client_min_messages = debug5
