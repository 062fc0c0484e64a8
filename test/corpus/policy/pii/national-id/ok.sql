SELECT assn FROM public.t;
SELECT tax_rate FROM public.orders;
