--! catalog yes
do $$ declare v public.checked := 'x'; begin null; end $$
