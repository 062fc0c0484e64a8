--! policy unprobed
select count(*) from customers group by ssn
