--! policy narrow
--! catalog yes
select array_agg(f)::varchar[] from unnamed
