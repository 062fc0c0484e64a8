SELECT relname FROM pg_catalog.pg_class;
UPDATE public.orders SET status = 'x' WHERE id = 7;
VACUUM;
ANALYZE;
DELETE FROM public.orders WHERE id = 7;
