--! policy generous
--! catalog yes
alter table public.asleep enable row level security; select id from public.seen_asleep
