--! policy narrow
prepare p as delete from customers
--next
execute p
