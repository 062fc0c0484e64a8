--! policy generous
--! catalog yes
--! changes yes
insert into notes (id, body) values (3, 'third');
create view latest as select kind from events where kind <> '';
alter table events rename column kind to what;
create schema later;
create table later.sums (id serial primary key);
do $$ begin create type size as enum ('s', 'm'); exception when duplicate_object then null; end $$;
drop table if exists no_such_table
