--! outcome failed
insert into customers (id, name) select id, name from customers
