ALTER TABLE orders ADD COLUMN note text
ALTER TABLE orders ADD COLUMN note text NOT NULL DEFAULT ''
CREATE TABLE fresh (note text NOT NULL)
