SELECT pid, state FROM pg_catalog.pg_stat_activity;
SELECT pg_backend_pid();
