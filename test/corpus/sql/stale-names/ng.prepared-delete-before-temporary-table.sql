--! changes yes
--! catalog yes
--! policy loose
create temp table warm (x int)
--next
prepare p as delete from notes where id = 1
--next
create temp table notes (id int)
--next
execute p
