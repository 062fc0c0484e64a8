--! policy narrow
--! catalog yes
select count(*) from under_policy
