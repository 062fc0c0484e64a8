--! outcome masked
do $$ begin raise notice '%', (select ssn from customers limit 1); end $$
