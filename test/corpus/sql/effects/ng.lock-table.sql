--! policy narrow
begin
--next
lock table customers
--next
rollback
