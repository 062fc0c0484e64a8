--! outcome masked
(select name from customers limit 0) union (select ssn::text from customers) order by 1
