--! catalog yes
--! changes yes
--! gives C(CREATE TABLE) C(INSERT 0 3) C(UPDATE 3) T(count) D(3) C(SELECT 1) C(DROP TABLE) Z(I)
create temp table ids (id int); insert into ids select id from orders; update orders set item = 'mug' from ids where ids.id = orders.id; select count(*) from ids; drop table ids
