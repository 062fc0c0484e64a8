set search_path = public
--next
select name from customers
