--! outcome failed
select pg_get_serial_sequence(email, 'x') from customers
