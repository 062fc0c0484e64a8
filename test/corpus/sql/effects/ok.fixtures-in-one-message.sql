--! policy generous
--! catalog yes
--! changes yes
--! gives C(BEGIN) C(ALTER TABLE) C(ALTER TABLE) C(DELETE 3) C(INSERT 0 1) C(ALTER TABLE) C(COMMIT) Z(I)
begin; alter table orders disable trigger all; alter table notes disable trigger all; delete from orders; insert into orders (id, customer_id, item) values (7, 99, 'kettle'); alter table orders enable trigger all; commit
