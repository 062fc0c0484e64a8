--! outcome masked
--! catalog yes
select number || '' from view_upon_view natural join customer_view
