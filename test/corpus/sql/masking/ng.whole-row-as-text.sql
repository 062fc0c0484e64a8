--! outcome masked
select c::text from customers c
