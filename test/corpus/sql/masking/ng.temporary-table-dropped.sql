--! outcome masked
--! changes yes
begin
--next
create temp table customers (ssn text) on commit drop
--next
commit
--next
select ssn || '' from customers
