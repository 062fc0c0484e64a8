update customers set note = ssn where id = 1
