--! outcome masked
--! gives T(lo_tell) D(∅) C(SELECT 1) Z(I)
select lo_tell(0 * left(ssn, 1)::int) from (select lo_open(4242, 131072) offset 0) o, customers where id = 1
