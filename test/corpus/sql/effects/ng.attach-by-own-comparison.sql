--! policy generous
--! catalog yes
alter table ranked detach partition ranked_low; alter table ranked attach partition ranked_low for values from (row(0)) to (row(9))
