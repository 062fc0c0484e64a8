--! outcome masked
--! catalog yes
declare c cursor with hold for select id from customers
--next
close c
--next
declare c cursor with hold for select ssn || '' from customers
--next
fetch all c
