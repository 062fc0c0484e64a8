SELECT first_name || ' ' || last_name FROM public.customers;
SELECT surname FROM hr.staff;
