--! policy generous
--! catalog yes
set search_path = public, scratch
--next
create domain scratch.heft as public.weighed; select row(1)::scratch.heft < row(2)::scratch.heft
