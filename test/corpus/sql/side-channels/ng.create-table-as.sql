create table scratch.x as select ssn from customers
