--! policy generous
--! changes yes
update customers set email = coalesce(nullif('', ''), email), card = card::text where id = 2
--next
alter table customers alter column card type text using card::text
--next
alter table orders add constraint placed_by foreign key (customer_id) references customers (id) on update cascade
