--! policy narrow
notify shouts, 'x'
