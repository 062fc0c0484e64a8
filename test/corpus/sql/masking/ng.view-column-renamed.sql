--! outcome masked
--! catalog yes
--! changes yes
create view scratch.v as select ssn as n from customers
--next
alter view scratch.v rename column n to note
--next
select note || '' from scratch.v
