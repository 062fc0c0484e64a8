--! outcome masked
--! through binary
select ssn, salary, born, info, tags, contact from customers
