--! policy generous
--! catalog yes
alter table unnamed add column x weighed default row(1) unique
