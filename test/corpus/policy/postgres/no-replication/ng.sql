SELECT pg_create_logical_replication_slot('s', 'test_decoding');
SELECT * FROM pg_logical_slot_get_changes('s', NULL, NULL);
SELECT pg_drop_replication_slot('s');
SELECT pg_replication_slot_advance('s', '0/1');
