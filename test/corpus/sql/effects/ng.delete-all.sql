--! policy narrow
delete from orders
