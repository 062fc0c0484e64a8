--! catalog yes
--! servers 18
select pg_input_is_valid('x', 'public.checked')
