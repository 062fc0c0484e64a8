--! policy unprobed
--! catalog yes
select who from customer_view where number like '5%'
