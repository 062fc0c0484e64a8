--! changes yes
create sequence scratch.s
--next
select setval('scratch.s', max(id)) from orders
