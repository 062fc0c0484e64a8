--! outcome masked
with a as (with customers as (select 'q'::text as ssn) select * from customers) select customers.ssn || '' from customers, a
