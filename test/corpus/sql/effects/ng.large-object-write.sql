--! policy narrow
select lo_put(4242, 0, 'x')
