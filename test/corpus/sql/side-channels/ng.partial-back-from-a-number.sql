--! policy generous
--! catalog yes
--! changes yes
alter table customers alter column card type numeric using card::numeric
--next
alter table public.customers alter column card type text
