--! outcome masked
with recursive r(a, b, n) as (select 'x'::text, ssn::text, 1 from customers where id = 1 union all select b, a, n + 1 from r where n < 4) select a from r
