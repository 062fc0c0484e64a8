--! policy narrow
listen shouts
