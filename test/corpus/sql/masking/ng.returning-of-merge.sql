--! outcome masked
--! servers 18
--! changes yes
merge into customers c using orders o on c.id = o.customer_id and o.id = 1 when matched then update set name = 'x' returning c.ssn || ''
