--! outcome masked
select (c).ssn from (select c from customers c) x
