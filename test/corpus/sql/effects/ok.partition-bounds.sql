--! changes yes
create table scratch.p (a int, b date) partition by range (a, b); create table scratch.p1 (a int, b date); alter table scratch.p attach partition scratch.p1 for values from (minvalue, minvalue) to (1, '2026-01-01'::date)
--next
create table scratch.p2 partition of scratch.p for values from (1, '2026-01-01') to (maxvalue, maxvalue)
