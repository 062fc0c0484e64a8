--! policy generous
--! catalog yes
--! changes yes
create extension unaccent
--next
create function public.plain(text) returns text language sql as 'delete from public.orders returning item'
--next
alter extension unaccent add function public.plain(text)
--next
select public.plain('x')
