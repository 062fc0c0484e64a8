ALTER TABLE orders ADD COLUMN note text
SET lock_timeout = 0; ALTER TABLE orders ADD COLUMN note text
ALTER TABLE orders ADD COLUMN note text; SET lock_timeout = '2s'
SET other.lock_timeout = '2s'; ALTER TABLE orders ADD COLUMN note text
BEGIN; SET LOCAL lock_timeout = '2s'; COMMIT; DROP TABLE orders
CREATE TABLE fresh (customer bigint REFERENCES customers (id))
LOCK TABLE orders
SET lock_timeout = '2s'; RESET lock_timeout; ALTER TABLE orders ADD COLUMN note text
SET search_path = app; CREATE TABLE orders (id int); SET search_path = public; ALTER TABLE orders ADD COLUMN note text
