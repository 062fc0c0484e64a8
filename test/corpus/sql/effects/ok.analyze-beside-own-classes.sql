--! policy generous
--! catalog yes
analyze public.parted
--next
truncate public.parted; truncate public.ranked
--next
delete from public.crates
--next
analyze public.shelves (id)
