--! policy generous
--! catalog yes
alter table shelves set unlogged
