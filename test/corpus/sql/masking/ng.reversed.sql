--! outcome masked
select reverse(ssn::text) from customers
