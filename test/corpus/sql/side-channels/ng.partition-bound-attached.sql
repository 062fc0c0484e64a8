--! changes yes
create table scratch.p (a bytea) partition by list (a)
--next
create table scratch.p1 (a bytea)
--next
alter table scratch.p attach partition scratch.p1 for values in (lo_get(4242))
--next
select convert_from(substr(pg_get_expr(relpartbound, oid)::bytea, 1), 'UTF8') from pg_class where relname = 'p1'
