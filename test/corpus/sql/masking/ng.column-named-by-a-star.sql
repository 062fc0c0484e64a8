--! outcome masked
select (select z || '' from (select (select q.* from (select c.ssn as z) q) from customers c) s limit 1) from (select 'u' as z) o
