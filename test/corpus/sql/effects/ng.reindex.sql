--! policy narrow
reindex table customers
