--! policy narrow
update orders set total = 1 where id = 1
