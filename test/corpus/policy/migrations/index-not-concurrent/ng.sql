CREATE INDEX orders_note ON orders (note)
CREATE UNIQUE INDEX ON app.orders (note)
CREATE INDEX IF NOT EXISTS orders_note ON orders (note)
CREATE TABLE IF NOT EXISTS orders (note text); CREATE INDEX ON orders (note)
DO $$ BEGIN CREATE INDEX orders_note ON orders (note); END $$
