--! policy narrow
--! catalog yes
select f::varchar from unnamed
