--! outcome masked
select salary + 0, to_hex(salary), salary::numeric from customers
