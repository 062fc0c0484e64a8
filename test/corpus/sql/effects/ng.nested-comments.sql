--! policy narrow
select /* /* */ */ 1; delete from orders where 1=1
