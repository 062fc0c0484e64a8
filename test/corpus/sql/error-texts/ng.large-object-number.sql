--! catalog yes
select lo_open(born - date '1900-01-01', 131072) from customers
