--! policy generous
--! catalog yes
create function public.upper(int) returns text language sql as 'select email from public.customers order by id limit 1'; select upper(1)
