ALTER TABLE orders ALTER total TYPE numeric
ALTER TABLE orders ALTER COLUMN note SET DATA TYPE varchar(10) USING left(note, 10)
