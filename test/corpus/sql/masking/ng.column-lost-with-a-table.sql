--! outcome masked
--! policy generous
--! catalog yes
--! changes yes
-- as a type, a table takes columns of others along
create table public.gone (a int); create table public.holder (k int, ssn public.gone); insert into public.holder values (1, null);
--next
drop table public.gone cascade; select (select ssn::text from public.holder limit 1) from public.customers
