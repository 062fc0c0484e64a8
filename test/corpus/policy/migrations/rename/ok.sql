ALTER INDEX orders_note RENAME TO orders_remark
ALTER TABLE orders RENAME CONSTRAINT a TO b
CREATE TABLE fresh (a int); ALTER TABLE fresh RENAME a TO b
