SELECT name FROM public.products;
SELECT file_name FROM public.files;
