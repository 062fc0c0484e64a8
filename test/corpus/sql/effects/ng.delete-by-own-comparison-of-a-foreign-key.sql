--! policy generous
--! catalog yes
--! changes yes
create table scratch.boxes (w public.weighed primary key); create table scratch.lids (w public.weighed references scratch.boxes)
--next
delete from scratch.boxes
