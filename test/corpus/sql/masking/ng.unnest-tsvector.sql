--! outcome masked
--! changes yes
create table scratch.words (v tsvector)
--next
insert into scratch.words values ('a:1')
--next
select q.d || '' from (select u.*, c.ssn, c.id, c.id, c.name from scratch.words w, unnest(w.v) u, customers c) q(a, b, c, d)
