--! policy generous
--! catalog yes
analyze unnamed
