--! policy generous
--! catalog yes
reindex index shelves_w
