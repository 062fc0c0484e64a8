--! policy narrow
select 1; drop table orders
