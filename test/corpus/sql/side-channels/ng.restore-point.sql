--! policy generous
select pg_create_restore_point(ssn) from customers
