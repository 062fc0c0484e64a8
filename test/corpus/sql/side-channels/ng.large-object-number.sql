--! policy generous
select lo_create((born - date '1900-01-01') + 100000) from customers
