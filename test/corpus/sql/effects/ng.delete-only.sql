--! policy narrow
delete from only customers where id = 1
