--! policy narrow
--! outcome failed
begin
--next
declare c cursor with hold for select ssn::int as n from customers
--next
commit
