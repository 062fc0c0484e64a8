--! outcome masked
select (select oid || '' from orders limit 1) from (select ssn as oid from customers) q
