CREATE INDEX CONCURRENTLY orders_note ON orders (note)
BEGIN; SELECT 1; COMMIT; CREATE INDEX CONCURRENTLY orders_note ON orders (note)
BEGIN; CREATE INDEX orders_note ON orders (note); COMMIT
