--! policy generous
--! catalog yes
alter table public.events_2026 enable trigger late; insert into public.events values ('2026-05-01', 'x', 'y')
