insert into notes select id + 10, note from customers
