--! changes yes
create table scratch.w (a int, b int)
--next
create statistics public.st on a, b from scratch.w
