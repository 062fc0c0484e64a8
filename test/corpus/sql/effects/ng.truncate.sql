--! policy narrow
truncate orders
