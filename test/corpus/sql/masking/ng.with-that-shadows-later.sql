--! outcome masked
with x as (select * from customers), customers as (select 1 as ssn) select x.ssn || '' from x
