--! policy generous
--! catalog yes
alter table shelves add foreign key (ws) references crates
