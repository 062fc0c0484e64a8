--! policy unprobed
update orders set total = 1 where id = 1 and exists (select from customers where ssn like '5%')
