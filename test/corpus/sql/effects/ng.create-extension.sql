--! policy narrow
create extension dblink
