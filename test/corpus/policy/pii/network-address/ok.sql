SELECT ship_to FROM public.orders;
SELECT trip FROM public.tours;
