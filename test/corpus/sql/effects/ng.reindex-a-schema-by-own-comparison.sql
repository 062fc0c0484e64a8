--! policy generous
--! catalog yes
reindex schema public
