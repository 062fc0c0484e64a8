--! outcome masked
select c from customers c
