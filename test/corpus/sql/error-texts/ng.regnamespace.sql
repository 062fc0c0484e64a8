--! outcome failed
select ('"' || email || '"')::regnamespace from customers
