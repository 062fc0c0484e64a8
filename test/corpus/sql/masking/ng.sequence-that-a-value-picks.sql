--! outcome masked
--! changes yes
--! gives T(currval) D(∅) D(∅) C(SELECT 2) Z(I)
create sequence scratch.s5; create sequence scratch.s6; 
--next
select setval('scratch.s5', 5), setval('scratch.s6', 6)
--next
select currval(('scratch.s' || left(ssn, 1))::regclass) from customers
