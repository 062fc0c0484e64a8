VACUUM orders
VACUUM (FULL false) orders
ALTER TABLE orders CLUSTER ON orders_pkey
