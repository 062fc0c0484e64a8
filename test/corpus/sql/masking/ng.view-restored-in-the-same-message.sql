--! catalog yes
--! changes yes
create view scratch.w as select lower(ssn::text) as n from customers
--next
begin
--next
drop view scratch.w
--next
create view scratch.w as select 'x'::text as n
--next
rollback; select n || '' from scratch.w
--next
drop view scratch.w
