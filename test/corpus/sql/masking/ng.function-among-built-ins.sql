--! catalog yes
select abbrev(1) as n, pg_catalog.abbrev(2) as m
