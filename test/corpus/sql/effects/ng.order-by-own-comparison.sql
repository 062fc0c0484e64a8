--! policy narrow
--! catalog yes
select id from unnamed order by w
