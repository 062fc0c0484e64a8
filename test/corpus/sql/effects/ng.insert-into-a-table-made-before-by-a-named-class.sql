--! policy generous
--! catalog yes
create table scratch.n (id int, exclude (id public.by_weight with =)); insert into scratch.n values (1), (2)
