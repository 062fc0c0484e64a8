--! policy generous
--! catalog yes
cluster shelves using shelves_w
