--! policy narrow
with x as (delete from customers where id = 1 returning *) select * from x where false
