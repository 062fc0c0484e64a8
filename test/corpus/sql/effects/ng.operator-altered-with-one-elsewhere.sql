--! servers 18
alter operator scratch.< (public.weighed, public.weighed) set (commutator = operator(public.@##@))
