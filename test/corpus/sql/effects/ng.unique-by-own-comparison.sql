--! policy generous
--! catalog yes
alter table unnamed add unique (w)
