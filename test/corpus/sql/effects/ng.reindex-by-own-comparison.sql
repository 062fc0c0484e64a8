--! policy generous
--! catalog yes
reindex table shelves
