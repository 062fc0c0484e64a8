--! policy unprobed
select rank() over (order by salary) from customers
