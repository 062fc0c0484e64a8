--! outcome failed
select ssn::mood from customers
