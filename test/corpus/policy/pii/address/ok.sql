SELECT ip_family FROM public.requests;
SELECT address_id FROM public.orders;
