--! policy policed
--! outcome masked
select count(*) from seen_by_policy
