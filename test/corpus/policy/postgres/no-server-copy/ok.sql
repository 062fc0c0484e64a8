COPY public.orders TO STDOUT;
COPY public.orders FROM STDIN;
