--! policy generous
--! catalog yes
analyze unnamed (id, w)
