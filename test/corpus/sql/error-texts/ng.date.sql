--! outcome failed
select ssn::text::date from customers
