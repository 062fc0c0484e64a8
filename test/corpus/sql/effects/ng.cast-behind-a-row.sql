--! policy narrow
--! catalog yes
select row_to_json(u) from unnamed u
