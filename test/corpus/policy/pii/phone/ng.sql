SELECT phone FROM public.customers;
SELECT home_phone FROM public.customers;
SELECT "phoneNumber" FROM public.customers;
SELECT mobile FROM public.customers;
