--! outcome failed
select convert_to('x', email) from customers
