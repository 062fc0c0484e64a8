SELECT account_id FROM public.accounts;
