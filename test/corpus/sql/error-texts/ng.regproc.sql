--! outcome failed
select ssn::text::regproc from customers
