--! policy narrow
--! catalog yes
select count(*) from unnamed group by w
