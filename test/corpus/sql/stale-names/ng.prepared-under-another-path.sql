--! outcome masked
--! catalog yes
set search_path = evil
--next
prepare p as select ssn::text as n from customers
--next
set search_path = public
--next
execute p
