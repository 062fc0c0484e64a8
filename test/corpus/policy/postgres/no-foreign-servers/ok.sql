CREATE VIEW public.server AS SELECT 1 AS a;
COMMENT ON TABLE public.orders IS 'x';
