--! catalog yes
--! changes yes
create table scratch.n as select 'up'::public.whim as w
--next
alter table scratch.n alter w type bigint
