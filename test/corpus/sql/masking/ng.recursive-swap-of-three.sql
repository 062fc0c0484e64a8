--! outcome masked
with recursive r(a, b, c, n) as (select 'x'::text, 'y'::text, ssn::text, 1 from customers where id = 1 union all select b, c, a, n + 1 from r where n < 6) select a from r
