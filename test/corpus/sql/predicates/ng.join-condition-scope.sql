--! catalog yes
--! policy unprobed
select id from customers o where exists (select 1 from (select 'x' as ssn) n, orders b join regions r on ssn like '5%')
