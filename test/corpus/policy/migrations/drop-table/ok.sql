CREATE TABLE fresh (a int); DROP TABLE fresh
DROP VIEW open_orders
DROP FUNCTION f()
