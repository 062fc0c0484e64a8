SELECT lower('pg_read_file');
SELECT id FROM public.pg_read_files;
COPY public.orders TO STDOUT;
