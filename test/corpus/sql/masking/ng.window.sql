--! outcome masked
select lag(ssn, 1) over (order by id desc), nth_value(ssn::text, 1) over () from customers
