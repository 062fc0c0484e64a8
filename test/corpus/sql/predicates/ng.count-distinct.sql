--! policy unprobed
select count(distinct x) from (select ssn::text as x from customers union all select '1') q
