--! outcome masked
with customers as (select * from customers) select ssn || '' from customers
