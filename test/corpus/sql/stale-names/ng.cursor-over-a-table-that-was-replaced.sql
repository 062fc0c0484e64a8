--! changes yes
--! catalog yes
create table scratch.t as select id, note from customers
--next
begin
--next
declare c cursor with hold for select note || '' from scratch.t
--next
commit
--next
drop table scratch.t
--next
create view scratch.t as select 1 as id, 'x' as note
--next
fetch all from c
