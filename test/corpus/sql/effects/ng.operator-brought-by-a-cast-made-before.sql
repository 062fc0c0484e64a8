--! policy generous
--! catalog yes
create cast (bytea as public.weighed) without function as implicit; set search_path = public, scratch; select '\x00'::bytea < null::public.weighed
