--! policy narrow
truncate regions cascade
