--! policy generous
--! catalog yes
update unnamed set c = 'x' where id = 1
