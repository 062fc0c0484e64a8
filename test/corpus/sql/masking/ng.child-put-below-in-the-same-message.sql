--! policy generous
--! catalog yes
--! changes yes
create table plain (like customers); alter table customers inherit plain; select ssn, email, card from plain
