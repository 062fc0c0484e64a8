--! policy unprobed
select count(*) from customers where ssn > '5'
