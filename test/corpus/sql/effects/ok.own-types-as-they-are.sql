--! policy narrow
--! catalog yes
--! gives T(id,f,n) D(1|good|ONE) C(SELECT 1) Z(I)
select id, f, upper(c) as n from unnamed where c = 'one' and b is not null and f is not null order by f, c, id limit 1
