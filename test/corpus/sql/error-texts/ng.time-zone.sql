--! outcome failed
select now() at time zone email from customers
