--! policy unprobed
select count(x) from (select nullif(ssn::text, '1') as x from customers) q
