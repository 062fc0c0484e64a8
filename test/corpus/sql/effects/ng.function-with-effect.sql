--! policy narrow
select sneaky()
