--! catalog yes
select count(*) over (order by id rows 'up'::public.whim preceding) from orders
