--! outcome failed
select name from customers where ssn::text::int = 1
