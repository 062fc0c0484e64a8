--! outcome masked
--! policy generous
--! catalog yes
--! changes yes
-- a schema takes its types, and they the columns
create schema goes; create type goes.gone as (a int); create table public.holder (k int, ssn goes.gone); insert into public.holder values (1, null);
--next
drop schema goes cascade; select (select ssn::text from public.holder limit 1) from public.customers
