SELECT ssn FROM public.customers;
SELECT employee_ssn FROM hr.staff;
SELECT passport_number FROM public.travellers;
SELECT tax_id FROM public.companies;
