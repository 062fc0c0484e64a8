--! changes yes
create table scratch.w (id int generated always as identity (sequence name scratch.numbers), a int)
--next
create statistics scratch.st on id, a from scratch.w
--next
create type scratch.r as range (subtype = int, multirange_type_name = scratch.rs)
--next
create operator scratch.@#@ (leftarg = int, rightarg = int, function = pg_catalog.int4pl, commutator = operator(scratch.@#@))
