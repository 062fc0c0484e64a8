select setseed(salary / 1e10) from customers
