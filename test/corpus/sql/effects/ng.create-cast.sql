--! policy narrow
create cast (int as text) with function sneaky()
