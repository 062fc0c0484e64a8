--! outcome masked
--! changes yes
update customers set name = name where id = 1 returning ssn || '', customers
