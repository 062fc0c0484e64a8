--! policy narrow
--! catalog yes
select id from parted where id = 5
