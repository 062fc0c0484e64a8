--! policy narrow
with x as materialized (delete from customers returning 1) select count(*) from x
