--! outcome masked
select customers from customers
