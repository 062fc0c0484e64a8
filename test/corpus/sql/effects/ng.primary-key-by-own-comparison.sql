--! policy generous
--! catalog yes
alter table unnamed drop constraint unnamed_pkey, add primary key (w)
