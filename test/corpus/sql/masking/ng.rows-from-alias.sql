--! outcome masked
select (select x || '' from customers c, rows from (upper(c.ssn)) as x limit 1) from (select 'u' as x) o
