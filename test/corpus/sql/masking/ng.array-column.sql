--! outcome masked
select tags[1], unnest(tags) from customers
