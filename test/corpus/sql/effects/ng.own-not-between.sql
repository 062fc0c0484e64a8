--! catalog yes
set search_path = evil, public
--next
select id from orders where id not between symmetric 0 and 9.5
