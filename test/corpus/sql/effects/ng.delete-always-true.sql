--! policy narrow
delete from orders where id is not null or true
