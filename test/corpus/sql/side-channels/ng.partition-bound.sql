--! changes yes
create table scratch.p (a bytea) partition by list (a)
--next
create table scratch.p1 partition of scratch.p for values in (lo_get(4242))
--next
select pg_get_expr(relpartbound, oid) from pg_class where relname = 'p1'
