--! changes yes
--! catalog yes
create view scratch.v as select ssn as n from customers
--next
begin
--next
declare c cursor with hold for select n || '' from scratch.v
--next
commit
--next
create or replace view scratch.v as select 'x'::ssn_t as n
--next
fetch all from c
