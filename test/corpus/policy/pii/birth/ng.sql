SELECT birth_date FROM public.customers;
SELECT extract(year FROM dob) FROM public.customers;
