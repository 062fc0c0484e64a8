--! catalog yes
select 1 operator(pg_catalog.<<<) 2 as n
