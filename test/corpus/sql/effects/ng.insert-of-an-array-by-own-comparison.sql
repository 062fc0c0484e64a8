--! policy generous
--! catalog yes
insert into crates values ('{"(3)"}')
