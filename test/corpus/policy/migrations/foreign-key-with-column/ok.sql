ALTER TABLE orders ADD COLUMN customer bigint
CREATE TABLE fresh (customer bigint REFERENCES customers (id))
