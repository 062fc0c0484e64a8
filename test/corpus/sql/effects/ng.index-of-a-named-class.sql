--! policy generous
--! catalog yes
create index on unnamed (id by_weight)
