GRANT SELECT ON public.orders TO reporting;
REVOKE ALL ON public.orders FROM reporting;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reporting;
