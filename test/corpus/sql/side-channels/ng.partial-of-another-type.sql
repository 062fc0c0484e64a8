--! policy generous
alter table customers alter column card type varchar(20) using substr(card, 13) || substr(card, 1, 12)
