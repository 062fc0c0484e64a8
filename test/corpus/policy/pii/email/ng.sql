SELECT email FROM public.customers;
SELECT c.billing_email AS x FROM crm.contacts c;
SELECT upper(email_address) FROM public.people;
SELECT "workEmail" FROM public.people;
