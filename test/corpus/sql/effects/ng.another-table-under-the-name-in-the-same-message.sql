--! policy generous
--! catalog yes
--! changes yes
create temp view orders as select * from regions; delete from orders where id = 1
