--! policy weighed
--! outcome masked
begin
--next
do $$ declare v text; c refcursor; begin select ssn into v from public.customers where id = 1; c := v; open c for select 1; end $$
--next
select name from pg_cursors
