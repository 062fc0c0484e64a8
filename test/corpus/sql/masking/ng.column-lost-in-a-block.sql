--! outcome masked
--! policy generous
--! catalog yes
--! changes yes
-- the same in a block
create domain public.gone as int; create table public.holder (k int, ssn public.gone); insert into public.holder values (1, null);
--next
do 'begin drop domain public.gone cascade; end'; select (select ssn::text from public.holder limit 1) from public.customers
