SELECT plate FROM public.cars;
SELECT location_id FROM public.stock;
