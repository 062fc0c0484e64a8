--! policy generous
--! catalog yes
vacuum (full) shelves
