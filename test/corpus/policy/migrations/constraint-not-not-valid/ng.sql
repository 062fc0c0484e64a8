ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0)
ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers (id)
ALTER TABLE orders ADD COLUMN total int CHECK (total > 0)
