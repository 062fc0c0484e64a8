--! catalog yes
insert into notes (id, body) select id + 10, number from customer_view
