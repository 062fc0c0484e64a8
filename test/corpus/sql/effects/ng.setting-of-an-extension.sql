--! policy generous
--! catalog yes
--! changes yes
create extension pg_trgm
--next
select set_limit(0.1)
