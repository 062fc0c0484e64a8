--! policy generous
--! changes yes
alter table customers alter column card type varchar(400), alter column note type varchar(90) using note::varchar(90)
