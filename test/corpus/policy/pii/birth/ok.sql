SELECT created_at FROM public.customers;
