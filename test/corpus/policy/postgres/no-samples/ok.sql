EXPLAIN SELECT id FROM public.orders;
SELECT relname, reltuples FROM pg_catalog.pg_class;
