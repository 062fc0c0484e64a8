--! policy generous
--! catalog yes
--! changes yes
create extension hstore
--next
select populate_record(null::public.boxed, 'c=>x')
