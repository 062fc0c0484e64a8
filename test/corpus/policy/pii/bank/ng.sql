SELECT iban FROM public.payouts;
SELECT account_number FROM public.payouts;
SELECT debtor_iban FROM public.payouts;
