DROP INDEX orders_note
DROP INDEX IF EXISTS app.orders_note, app.orders_at
