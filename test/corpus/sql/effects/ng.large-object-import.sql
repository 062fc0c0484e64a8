--! policy narrow
select lo_import('/etc/passwd')
