--! policy generous
--! changes yes
--! outcome masked
insert into public.deferred values (1); select 1
