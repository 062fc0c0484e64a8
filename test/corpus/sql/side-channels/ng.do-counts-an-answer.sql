--! catalog yes
do $$ begin if (select ssn from customers where id = 1) like '5%' then perform nextval('orders_id_seq'); end if; end $$
