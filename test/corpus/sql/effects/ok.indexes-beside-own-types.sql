--! policy generous
--! catalog yes
create table scratch.k (id int, said text, w public.weighed, f public.feeling)
--next
create index on scratch.k (id, lower(said))
--next
create index on scratch.k (id); create unique index on scratch.k (f)
--next
insert into scratch.k (id) values (1), (2)
--next
analyze scratch.k (id)
--next
alter table scratch.k add primary key (id), add exclude using gist (int4range(id, id, '[]') with &&), alter said type varchar(9)
--next
reindex table scratch.k
--next
vacuum full scratch.k
--next
cluster scratch.k using k_pkey
--next
create table scratch.j (id int references scratch.k unique)
--next
delete from scratch.k where id = 1
--next
analyze customers; alter table public.asleep add primary key (id)
