SELECT rolname FROM pg_catalog.pg_roles;
GRANT SELECT ON public.orders TO reporting;
