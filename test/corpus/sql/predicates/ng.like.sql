--! policy unprobed
select name from customers where ssn like '5%'
