--! catalog yes
--! changes yes
begin
--next
declare c cursor with hold for select name from customers
--next
commit
--next
create temp table other (x int)
--next
fetch all from c
