--! policy narrow
select E'a' '\'; drop table orders; --'
