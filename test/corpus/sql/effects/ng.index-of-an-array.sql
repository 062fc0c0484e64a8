--! policy generous
--! catalog yes
create index on unnamed ((array[w]))
