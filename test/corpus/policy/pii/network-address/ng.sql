SELECT ip_address FROM public.sessions;
SELECT last_login_ip FROM public.users;
SELECT client_addr FROM pg_catalog.pg_stat_activity;
