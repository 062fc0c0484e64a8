--! changes yes
create sequence scratch.s as bigint
--next
select setval('scratch.s', salary) from customers where id = 1
--next
select last_value from scratch.s
