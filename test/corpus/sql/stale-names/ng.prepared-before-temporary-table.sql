--! changes yes
--! catalog yes
create temp table warm (x int)
--next
prepare p as select ssn || '' as n from customers
--next
create temp table customers (ssn text)
--next
execute p
