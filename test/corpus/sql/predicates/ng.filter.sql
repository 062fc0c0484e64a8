--! policy unprobed
select count(*) filter (where ssn like '5%') from customers
