--! policy narrow
select pg_create_physical_replication_slot('x')
