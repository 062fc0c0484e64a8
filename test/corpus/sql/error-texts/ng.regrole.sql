--! outcome failed
select ('"' || email || '"')::regrole from customers
