--! catalog yes
select id from orders tablesample bernoulli ('up'::public.whim)
