--! catalog yes
do $$ begin create table scratch.n as select null::public.boxed as b limit 0; insert into scratch.n values (row(1, 'x')); end $$
