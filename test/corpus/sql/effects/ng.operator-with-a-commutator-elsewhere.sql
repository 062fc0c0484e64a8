create operator scratch.@#@ (leftarg = int, rightarg = int, function = pg_catalog.int4pl, commutator = operator(public.@##@))
