--! catalog yes
--! changes yes
create table scratch.n as select 'up'::public.whim as w
--next
do $$ declare n bigint; begin select w into n from scratch.n; end $$
