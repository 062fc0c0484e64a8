--! outcome masked
with recursive t(x, y) as (select 0, 'a'::text union all select t.x + 1, (select q.d || '' from (select t.*, c.id, c.ssn::text, c.name, c.name) q(a, b, c, d, e, f)) from t join customers c on c.id = t.x + 1) cycle x set m using p select x, y from t
