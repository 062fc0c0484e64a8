--! changes yes
create table scratch.p (a oid) partition by list (a)
--next
create table scratch.p1 (a oid)
--next
alter table scratch.p attach partition scratch.p1 for values in (lo_creat(-1))
