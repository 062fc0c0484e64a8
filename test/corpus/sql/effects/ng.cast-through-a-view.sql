--! policy narrow
--! catalog yes
select id from over_cast where said is not null
