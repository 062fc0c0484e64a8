--! catalog yes
create table scratch.n (c public.checked); insert into scratch.n values ('x')
