SELECT pg_terminate_backend(pid) FROM pg_stat_activity;
SELECT pg_cancel_backend(7);
SELECT pg_reload_conf();
SELECT pg_catalog.pg_promote();
SELECT pg_switch_wal();
SELECT pg_stat_reset();
