SET lock_timeout = '2s'; ALTER TABLE orders ADD COLUMN note text
BEGIN; SET LOCAL lock_timeout = '2s'; ALTER TABLE orders ADD COLUMN note text; COMMIT
CREATE TABLE fresh (a int); ALTER TABLE fresh ADD COLUMN b int
CREATE INDEX CONCURRENTLY orders_note ON orders (note)
ALTER TABLE orders VALIDATE CONSTRAINT c
SELECT set_config('lock_timeout', '2s', false); ALTER TABLE orders ADD COLUMN note text
