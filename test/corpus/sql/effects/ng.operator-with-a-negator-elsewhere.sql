create operator scratch.@#@ (leftarg = int, rightarg = int, function = pg_catalog.int4eq, negator = operator(public.@##@))
