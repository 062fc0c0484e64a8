--! catalog yes
--! changes yes
create table scratch.n as select 1 as a
--next
alter table scratch.n add column c bigint default 'up'::public.whim
