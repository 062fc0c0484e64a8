--! policy narrow
--! catalog yes
select distinct w from unnamed
