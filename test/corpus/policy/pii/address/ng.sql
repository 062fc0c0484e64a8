SELECT street, postcode FROM public.customers;
SELECT shipping_address FROM public.orders;
SELECT address_line_2 FROM public.customers;
