--! policy narrow
--! catalog yes
select id from unnamed where cs = '{x}'
