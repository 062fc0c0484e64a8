UPDATE public.orders SET status = 'paid' WHERE id = 7;
SELECT * FROM public.orders;
