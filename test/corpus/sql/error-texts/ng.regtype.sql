--! outcome failed
select ssn::text::regtype from customers
