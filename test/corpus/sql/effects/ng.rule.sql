--! policy narrow
--! catalog yes
insert into ruled values (1)
