--! policy generous
--! catalog yes
set search_path = public, scratch
--next
create table public.k (w public.weighed); insert into public.k values (row(1)); select w < row(2)::public.weighed from public.k
