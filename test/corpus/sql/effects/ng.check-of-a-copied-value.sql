--! policy generous
--! catalog yes
copy unnamed (id, c) from stdin
