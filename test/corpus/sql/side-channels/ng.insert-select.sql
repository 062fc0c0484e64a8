insert into notes select id + 10, ssn from customers
