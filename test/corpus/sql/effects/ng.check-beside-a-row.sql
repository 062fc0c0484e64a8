--! policy narrow
--! catalog yes
select id from unnamed where b = '(1,x)'
