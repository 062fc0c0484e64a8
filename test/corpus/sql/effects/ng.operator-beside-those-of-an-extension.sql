--! policy generous
--! catalog yes
--! changes yes
create extension citext
--next
create table scratch.mail (address citext)
--next
create function public.same(citext, text) returns boolean language sql as 'delete from public.orders returning true'
--next
create operator public.= (leftarg = citext, rightarg = text, function = public.same)
--next
select count(*) from scratch.mail where address = 'x'::text
