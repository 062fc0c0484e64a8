ALTER TABLE orders ADD COLUMN at timestamptz DEFAULT now()
ALTER TABLE orders ADD COLUMN at timestamptz DEFAULT now() - interval '1 day'
ALTER TABLE orders ADD COLUMN tags text[] DEFAULT ARRAY[]::text[]
ALTER TABLE orders ALTER COLUMN token SET DEFAULT gen_random_uuid()
ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) VIRTUAL
CREATE TABLE fresh (id bigserial)
