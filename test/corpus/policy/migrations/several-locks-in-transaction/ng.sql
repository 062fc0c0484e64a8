BEGIN; ALTER TABLE orders ADD a int; ALTER TABLE customers ADD a int; COMMIT
