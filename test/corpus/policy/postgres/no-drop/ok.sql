ALTER TABLE public.orders RENAME TO orders_old;
DELETE FROM public.orders WHERE id = 7;
DROP INDEX public.orders_by_day;
