--! policy generous
--! catalog yes
create table scratch.n (w public.weighed primary key); insert into scratch.n values (row(1)), (row(2))
