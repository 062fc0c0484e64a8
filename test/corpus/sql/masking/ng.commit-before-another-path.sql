--! catalog yes
begin
--next
set local search_path = evil
--next
commit; select lower(ssn) from customers
