--! catalog yes
select c into scratch.n from public.unnamed limit 0; insert into scratch.n values ('x')
