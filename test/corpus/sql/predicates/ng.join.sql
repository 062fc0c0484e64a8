--! policy unprobed
select 1 from customers c join orders o on o.item = c.ssn
