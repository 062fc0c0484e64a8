--! policy narrow
update orders set total = 0 where id = id
