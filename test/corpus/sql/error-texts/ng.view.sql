--! outcome failed
--! catalog yes
select who from customer_view where number::int = 1
