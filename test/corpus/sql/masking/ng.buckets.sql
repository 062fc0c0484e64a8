--! outcome masked
--! gives T(max) D(∅) C(SELECT 1) Z(I)
select max(n) from (select ntile(s) over () as n from generate_series(1, 1000), (select substr(ssn, 1, 3)::int as s from customers where id = 1) c) t
