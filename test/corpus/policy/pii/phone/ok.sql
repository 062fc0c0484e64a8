SELECT phone_verified_at FROM public.customers;
SELECT phones_allowed FROM public.plans;
