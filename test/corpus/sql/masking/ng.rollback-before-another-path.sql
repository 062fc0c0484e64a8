--! catalog yes
begin
--next
set search_path = evil
--next
rollback; select lower(ssn) from customers
