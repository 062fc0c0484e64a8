--! outcome masked
with recursive t(x, y) as (select 0, 'a'::text union all select t.x + 1, (select q.c || '' from (select t.*, c.ssn::text, c.name) q(a, b, c, d)) from t join customers c on c.id = t.x + 1) search depth first by x set seq select x, y from t
