--! outcome masked
--! gives T(rank) D(∅) C(SELECT 1) Z(I)
select rank((select substr(ssn, 1, 3)::int from customers where id = 1)) within group (order by g) from generate_series(1, 1000) g
