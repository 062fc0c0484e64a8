--! policy generous
--! catalog yes
alter table unnamed add exclude (id by_weight with =)
