--! policy narrow
call sneaky()
