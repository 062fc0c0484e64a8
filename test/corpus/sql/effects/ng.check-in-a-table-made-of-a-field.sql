--! catalog yes
create table scratch.n as select (u).c from (select u from public.unnamed u limit 0) s; insert into scratch.n values ('x')
