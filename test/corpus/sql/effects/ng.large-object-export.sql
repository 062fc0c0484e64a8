--! policy narrow
select lo_export(4242, '/tmp/ostiary-attack')
