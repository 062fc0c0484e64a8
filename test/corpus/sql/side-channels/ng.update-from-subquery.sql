update notes set stamp = (select ssn from customers limit 1) where id = 1
