--! policy generous
select pg_logical_emit_message(false, 'x', ssn) from customers
