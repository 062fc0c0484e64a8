--! policy unprobed
select name from customers order by salary
