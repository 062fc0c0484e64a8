--! policy narrow
select $a$ $b$ $a$; delete from orders where true; select $$ $$
