--! outcome masked
--! catalog yes
select n from view_upon_view
