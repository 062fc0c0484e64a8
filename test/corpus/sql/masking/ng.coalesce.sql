--! outcome masked
select coalesce(null, ssn::text) from customers
