CREATE INDEX CONCURRENTLY orders_note ON orders (note)
CREATE TABLE fresh (note text); CREATE INDEX ON fresh (note)
CREATE INDEX ON ONLY measurements (at)
CREATE TABLE app.fresh (note text); ALTER TABLE app.fresh RENAME TO young; CREATE INDEX ON app.young (note)
