--! outcome refused
--! policy generous
listen x
--next
select pg_notify('x', ssn) from customers
