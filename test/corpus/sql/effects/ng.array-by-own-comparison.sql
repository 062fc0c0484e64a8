--! policy narrow
--! catalog yes
select id from unnamed where array[w] = array[w]
