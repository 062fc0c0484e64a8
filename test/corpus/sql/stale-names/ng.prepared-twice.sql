--! outcome failed
--! catalog yes
prepare p as select ssn || '' as n from customers
--next
prepare p as select name as n from customers
--next
execute p
