--! policy generous
--! catalog yes
--! changes yes
create table fresh (id int); insert into fresh values (1); create temp table fresh (id int); insert into fresh values (2)
