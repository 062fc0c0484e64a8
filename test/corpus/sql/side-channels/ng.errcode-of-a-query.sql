--! catalog yes
do $$ begin raise exception using errcode = (select left(replace(ssn, '-', ''), 5) from public.customers where id = 1); end $$
