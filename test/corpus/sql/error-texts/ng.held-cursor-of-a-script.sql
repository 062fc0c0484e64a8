--! policy narrow
--! outcome failed
declare c cursor with hold for select ssn::int as n from customers; select 1
