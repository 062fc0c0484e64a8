--! policy unprobed
select 1 where exists (select from customers where salary > 100)
