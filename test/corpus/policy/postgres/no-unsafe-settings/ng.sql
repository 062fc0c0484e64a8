SET session_replication_role = replica;
SET allow_system_table_mods = on;
SET zero_damaged_pages = on;
SET event_triggers = off;
SELECT set_config('session_replication_role', 'replica', true);
