--! servers 18
--! gives T(QUERY PLAN) D(Seq Scan on customers (actual rows=1.00 loops=1)) D(  Filter: (id = 1)) D(  Rows Removed by Filter: 1) C(EXPLAIN) Z(I)
explain (analyze, timing off, summary off, costs off, buffers off) select id, name, ssn, email from customers where id = 1
