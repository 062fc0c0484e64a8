--! catalog yes
do $$ declare v public.boxed; begin v.c := 'x'; end $$
