--! policy generous
--! catalog yes
--! changes yes
create extension unaccent
--next
drop extension unaccent; create function public.unaccent(text) returns text language sql as 'delete from public.orders returning item'; select unaccent('x')
