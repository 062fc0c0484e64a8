--! outcome masked
--! catalog yes
select ssn(c) from customers c
