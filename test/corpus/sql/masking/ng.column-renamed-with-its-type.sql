--! outcome masked
--! policy generous
--! catalog yes
--! changes yes
-- tables of a type have its attributes
create type public.gone as (ssn text); create table public.holder of public.gone
--next
insert into public.holder values ('x');
--next
alter type public.gone rename attribute ssn to other cascade; select (select ssn::text from public.holder limit 1) from public.customers
