ALTER TABLE orders RENAME COLUMN note TO remark
ALTER TABLE orders RENAME TO purchases
ALTER VIEW open_orders RENAME TO pending
ALTER TABLE orders SET SCHEMA archive
ALTER SCHEMA app RENAME TO main
