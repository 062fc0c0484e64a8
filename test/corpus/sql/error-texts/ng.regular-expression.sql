--! outcome failed
select regexp_replace('x', email || '[', '') from customers
