--! outcome masked
--! catalog yes
select number || '' from customer_view
