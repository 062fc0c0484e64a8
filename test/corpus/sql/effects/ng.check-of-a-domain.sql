--! policy narrow
--! catalog yes
select 'x'::checked
