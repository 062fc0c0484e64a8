--! policy narrow
select nextval('orders_id_seq')
