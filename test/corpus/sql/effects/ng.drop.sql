--! policy narrow
DROP/**/TABLE orders
