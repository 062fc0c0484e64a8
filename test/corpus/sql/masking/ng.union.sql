--! outcome masked
select name from customers union all select ssn from customers
