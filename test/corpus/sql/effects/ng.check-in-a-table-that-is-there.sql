--! catalog yes
create table if not exists public.unnamed as select 1 as id; insert into public.unnamed (id, c) values (99, 'x')
