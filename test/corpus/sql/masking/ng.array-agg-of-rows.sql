--! outcome masked
select array_agg(c) from customers c
