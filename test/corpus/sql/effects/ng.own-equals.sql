--! policy narrow
--! catalog yes
set search_path = evil, public
--next
select name from public.customers where card = name
