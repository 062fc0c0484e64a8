--! catalog yes
create table scratch.n as select c from public.unnamed limit 0; insert into scratch.n values ('x')
