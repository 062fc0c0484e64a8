--! catalog yes
begin
--next
create view scratch.w as select ssn::text as n from customers
--next
savepoint a
--next
create or replace view scratch.w as select 'x'::text as n
--next
rollback to a; select n || '' from scratch.w
--next
rollback
