--! policy generous
--! catalog yes
create table scratch.z (id int); alter table scratch.z enable row level security; create policy p on scratch.z using (true); insert into scratch.z values (1); select id from scratch.z
--next
select id from public.asleep
--next
analyze public.under_policy
