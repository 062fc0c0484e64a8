--! policy narrow
--! catalog yes
select * from jsonb_to_record('{"c": "x"}') as r(c checked)
