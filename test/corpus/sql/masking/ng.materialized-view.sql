--! outcome masked
--! catalog yes
select number || '', pay from customer_mat
