--! policy narrow
--! catalog yes
select cast(body as feeling) from notes
