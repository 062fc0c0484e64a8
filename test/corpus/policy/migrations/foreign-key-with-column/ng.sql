ALTER TABLE orders ADD COLUMN customer bigint REFERENCES customers (id)
