--! outcome masked
--! changes yes
create table scratch.spaces (v pg_catalog.pg_namespace[])
--next
insert into scratch.spaces select array_agg(n) from pg_namespace n where nspname = 'public'
--next
select q.e || '' from (select u.*, c.ssn, c.id, c.id, c.id, c.name from scratch.spaces s, unnest(s.v) u, customers c) q(a, b, c, d, e)
