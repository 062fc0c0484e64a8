--! policy narrow
select setval('orders_id_seq', 99)
