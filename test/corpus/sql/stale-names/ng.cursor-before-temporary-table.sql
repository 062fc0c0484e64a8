--! changes yes
--! catalog yes
create temp table warm (x int)
--next
begin
--next
declare c cursor with hold for select ssn || '' as n from customers
--next
commit
--next
create temp table customers (ssn text)
--next
fetch all from c
