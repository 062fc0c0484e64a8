update notes set stamp = c.ssn from customers c where c.id = notes.id
