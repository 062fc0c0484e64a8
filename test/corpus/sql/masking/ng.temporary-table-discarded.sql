--! outcome masked
--! changes yes
create temp table customers (ssn text)
--next
discard temp
--next
select ssn || '' from customers
