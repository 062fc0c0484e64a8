--! policy narrow
select ';' as ";", E'\';' as "a""b"
