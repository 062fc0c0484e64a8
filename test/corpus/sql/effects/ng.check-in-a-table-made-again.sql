--! catalog yes
create table scratch.n (id int); drop table scratch.n; create table scratch.n as table public.unnamed with no data; insert into scratch.n (c) values ('x')
