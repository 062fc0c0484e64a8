ALTER TABLE orders ADD a int; ALTER TABLE customers ADD a int
BEGIN; ALTER TABLE orders ADD a int; ALTER TABLE orders ADD b int; COMMIT
BEGIN; CREATE TABLE fresh (a int); ALTER TABLE fresh ADD b int; ALTER TABLE orders ADD b int; COMMIT
