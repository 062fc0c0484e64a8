--! policy generous
--! catalog yes
--! changes yes
create temp view orders as select id, ssn::text as item from customers; select item from orders
