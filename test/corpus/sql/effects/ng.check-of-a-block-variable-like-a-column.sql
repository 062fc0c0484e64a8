--! catalog yes
do $$ declare v public.unnamed.c%type; begin v := 'x'; end $$
