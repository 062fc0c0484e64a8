--! policy unprobed
with recursive t(i, s) as (select 0, '1' union all select t.i + 1, c.ssn::text from t, customers c where t.i < 3) cycle s set m using p select count(*) from t
