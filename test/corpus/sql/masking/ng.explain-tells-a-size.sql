--! outcome masked
--! policy unprobed
--! servers 18
--! gives T(QUERY PLAN) D([redacted]) D([redacted]) D([redacted]) D([redacted]) D([redacted]) D([redacted]) C(EXPLAIN) Z(I)
explain (analyze, timing off, summary off, costs off, buffers off) select repeat('x', left(ssn, 3)::int * 1024) as r from customers where id = 1 order by id, name
