ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID
ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers (id) NOT VALID
CREATE TABLE fresh (a int); ALTER TABLE fresh ADD CHECK (a > 0)
