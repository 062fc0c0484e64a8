--! catalog yes
--! changes yes
create table scratch.n as select item from public.orders
--next
alter table scratch.n alter item type public.checked
