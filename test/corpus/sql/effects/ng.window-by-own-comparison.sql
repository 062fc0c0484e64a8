--! policy narrow
--! catalog yes
select rank() over (order by w) from unnamed
