--! outcome masked
select x from (select row(ssn, id) as x from customers) y
