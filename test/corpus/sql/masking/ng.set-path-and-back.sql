--! outcome masked
begin
--next
savepoint a
--next
set local search_path = evil
--next
rollback to a
--next
select ssn || '' from customers
--next
commit
