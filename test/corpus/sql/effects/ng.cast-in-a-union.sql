--! policy narrow
--! catalog yes
select f from unnamed union all select stamp::varchar from notes
