--! catalog yes
--! servers 18
select a from json_table('{}'::jsonb, '$' passing 'good'::public.feeling as x columns (a int path '$.a'))
