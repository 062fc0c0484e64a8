ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()
ALTER TABLE orders ADD COLUMN code text DEFAULT my_code()
ALTER TABLE orders ADD COLUMN number bigserial
ALTER TABLE orders ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY
ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) STORED
ALTER TABLE orders SET UNLOGGED
