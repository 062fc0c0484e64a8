--! policy narrow
drop table "orders"
