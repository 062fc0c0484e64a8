--! outcome masked
select case when true then ssn::text end from customers
