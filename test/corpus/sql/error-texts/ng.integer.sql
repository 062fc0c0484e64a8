--! outcome failed
select ssn::text::int from customers
