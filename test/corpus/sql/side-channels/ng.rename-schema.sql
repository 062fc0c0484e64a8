--! catalog yes
--! policy generous
alter schema public rename to pub
