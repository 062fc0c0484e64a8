--! catalog yes
--! changes yes
prepare p as select name from customers
--next
create temp table other (x int)
--next
execute p
