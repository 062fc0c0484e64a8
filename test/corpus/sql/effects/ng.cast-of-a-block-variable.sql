--! catalog yes
do $$ declare n bigint; begin n := 'up'::public.whim; end $$
