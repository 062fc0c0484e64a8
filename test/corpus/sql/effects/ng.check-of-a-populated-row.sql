--! policy narrow
--! catalog yes
select jsonb_populate_record(u, '{"c": "x"}') from unnamed u
