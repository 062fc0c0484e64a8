--! catalog yes
set search_path = evil, public
--next
select id from orders where id between 0 and 9.5
