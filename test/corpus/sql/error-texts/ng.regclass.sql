--! outcome failed
select ssn::text::regclass from customers
