update customers set (note, name) = (ssn, email) where id = 1
