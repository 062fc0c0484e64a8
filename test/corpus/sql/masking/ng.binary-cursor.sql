--! outcome masked
--! catalog yes
begin
--next
declare c binary cursor for select ssn || '', salary, born from customers
--next
fetch all from c
--next
commit
