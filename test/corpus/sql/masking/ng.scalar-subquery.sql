--! outcome masked
select (select ssn::text from customers limit 1)
