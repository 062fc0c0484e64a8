--! outcome masked
--! servers 18
--! changes yes
update customers set name = name where id = 1 returning old.ssn || '', new.salary + 0
