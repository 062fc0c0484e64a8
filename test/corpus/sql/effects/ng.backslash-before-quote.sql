--! policy narrow
select 'a\'; drop table orders; --'
