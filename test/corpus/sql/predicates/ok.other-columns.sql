--! policy unprobed
select name, ssn from customers where id = 1 order by name
