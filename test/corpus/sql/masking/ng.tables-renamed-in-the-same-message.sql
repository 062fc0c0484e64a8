--! policy generous
--! changes yes
alter table orders rename to put_aside; alter table customers rename to orders; select * from orders
