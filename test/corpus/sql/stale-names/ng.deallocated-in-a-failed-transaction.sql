--! outcome failed
--! catalog yes
prepare p as select ssn || '' as n from customers
--next
begin
--next
select 1/0
--next
deallocate p
--next
rollback
--next
execute p
