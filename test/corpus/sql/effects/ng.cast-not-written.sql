--! policy narrow
--! catalog yes
select upper(f) from unnamed
