--! policy generous
--! catalog yes
do $$ begin alter table public.asleep enable row level security; perform id from public.seen_asleep; end $$
