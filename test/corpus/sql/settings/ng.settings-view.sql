update pg_settings set setting = 'replica' where name = 'session_replication_role'
