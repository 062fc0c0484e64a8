--! policy generous
--! changes yes
-- what is dropped is gone, whatever goes with it: what is made in its place is written to and read
create table public.anew (a int); create view public.over as select a from public.anew
--next
drop table if exists public.anew cascade; create table public.anew (b int); insert into public.anew values (1)
