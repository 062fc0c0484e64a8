--! policy narrow
--! catalog yes
select n from over_function
