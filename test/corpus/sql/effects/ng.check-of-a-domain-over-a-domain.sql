--! policy narrow
--! catalog yes
select body::twice_checked from notes
