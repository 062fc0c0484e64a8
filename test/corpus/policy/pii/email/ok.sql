SELECT email_verified FROM public.customers;
SELECT mailing_list FROM public.customers;
