--! changes yes
do $$ declare i int; t text := 'x'; r record; c public.orders.item%type; begin for r in select id, item from orders loop t := r.item; i := r.id; end loop; c := t; end $$
--next
create table scratch.n (id int, c text); insert into scratch.n values (1, 'x')
--next
alter table scratch.n alter id type bigint
--next
alter table scratch.n add column d numeric default 1
--next
copy scratch.n (id, c) to stdout
