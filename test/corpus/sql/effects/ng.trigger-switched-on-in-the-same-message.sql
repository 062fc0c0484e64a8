--! policy generous
--! catalog yes
--! changes yes
alter table shouty enable trigger all; insert into shouty values (1)
