--! catalog yes
--! servers 18
select a from json_table('{}'::jsonb, '$' columns (a money path '$.a' default 'up'::public.whim on empty))
