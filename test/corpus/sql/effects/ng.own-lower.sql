--! policy narrow
--! catalog yes
set search_path = evil, public
--next
select lower(card) from public.customers
