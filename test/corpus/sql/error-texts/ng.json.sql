--! outcome failed
select ('{"a":' || email)::jsonb from customers
