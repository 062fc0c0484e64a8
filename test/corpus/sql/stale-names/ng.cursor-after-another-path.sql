--! changes yes
--! catalog yes
begin
--next
declare c cursor with hold for select ssn || '' from customers
--next
commit
--next
set search_path = evil
--next
fetch all from c
