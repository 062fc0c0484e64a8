--! policy generous
--! catalog yes
analyze
