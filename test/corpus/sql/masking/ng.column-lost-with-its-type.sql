--! outcome masked
--! policy generous
--! catalog yes
--! changes yes
-- the inner column goes with its type, and the name is the outer one's: the customers' own
create type public.gone as (a int); create table public.holder (k int, ssn public.gone); insert into public.holder values (1, null);
--next
drop type public.gone cascade; select (select ssn::text from public.holder limit 1) from public.customers
