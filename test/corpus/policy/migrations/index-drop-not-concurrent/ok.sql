DROP INDEX CONCURRENTLY orders_note
CREATE TABLE fresh (a int); CREATE INDEX fresh_a ON fresh (a); DROP INDEX fresh_a
DROP VIEW open_orders
