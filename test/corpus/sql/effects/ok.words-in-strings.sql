--! policy narrow
select 'delete from orders', $$drop table orders$$ /* truncate orders */ -- drop
