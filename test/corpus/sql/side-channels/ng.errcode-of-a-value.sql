--! policy weighed
--! catalog yes
do $$ declare v text; begin select ssn into v from public.customers where id = 1; raise notice using errcode = left(replace(v, '-', ''), 5); end $$
