--! outcome failed
--! catalog yes
select 1 from customer_mat where number::int = 1
