--! outcome masked
--! changes yes
create type scratch.pair as (a int, b int)
--next
create type scratch.pairs as range (subtype = scratch.pair)
--next
create table scratch.spans (r scratch.pairs)
--next
insert into scratch.spans values ('["(1,1)","(2,2)"]')
--next
select q.c || '' from (select f.*, c.ssn, c.name from scratch.spans s, lower(s.r) f, customers c) q(a, b, c)
