--! catalog yes
--! servers 18
select json_value('{}'::jsonb, '$.a' returning money default 'up'::public.whim on empty)
