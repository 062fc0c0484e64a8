select ssn into scratch.x from customers
