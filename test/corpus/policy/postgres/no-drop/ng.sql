DROP TABLE public.orders;
DROP TABLE IF EXISTS public.orders CASCADE;
TRUNCATE public.orders;
DELETE FROM public.orders;
DELETE FROM public.orders WHERE true;
DROP SCHEMA app CASCADE;
WITH gone AS (DELETE FROM public.orders RETURNING id) SELECT count(*) FROM gone;
