--! policy narrow
--! catalog yes
select array_agg(id order by w) from unnamed
