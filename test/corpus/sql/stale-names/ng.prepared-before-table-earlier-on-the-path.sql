--! changes yes
--! catalog yes
set search_path = scratch, public
--next
prepare p as select ssn || '' as n from customers
--next
create table scratch.customers (ssn text)
--next
execute p
