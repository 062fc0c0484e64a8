SELECT slot_name FROM pg_catalog.pg_replication_slots;
