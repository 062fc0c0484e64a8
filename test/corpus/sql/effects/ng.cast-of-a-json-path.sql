--! catalog yes
--! servers 18
select json_exists('{}'::jsonb, 'up'::public.whim)
