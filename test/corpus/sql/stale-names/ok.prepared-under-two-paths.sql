--! catalog yes
set search_path = evil
--next
prepare p as select name from customers
--next
execute p
--next
set search_path = public
--next
execute p
--next
set search_path = evil
--next
execute p
