--! policy generous
--! catalog yes
insert into unnamed (id, c) values (3, 'x')
