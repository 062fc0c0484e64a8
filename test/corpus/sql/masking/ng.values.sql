--! outcome masked
values ((select ssn::text from customers limit 1))
