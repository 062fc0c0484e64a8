--! policy narrow
explain analyze delete from customers
