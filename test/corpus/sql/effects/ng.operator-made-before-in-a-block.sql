--! policy generous
--! catalog yes
do $$ begin create operator public.@@@ (leftarg = text, rightarg = text, function = evil.eq); perform 'a'::text @@@ 'x'; end $$
