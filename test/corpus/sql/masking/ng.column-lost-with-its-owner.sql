--! outcome masked
--! policy generous
--! catalog yes
--! changes yes
-- and with everything that a role owns
create type public.gone as (a int); alter type public.gone owner to clerk; create table public.holder (k int, ssn public.gone); insert into public.holder values (1, null);
--next
drop owned by clerk cascade; select (select ssn::text from public.holder limit 1) from public.customers
