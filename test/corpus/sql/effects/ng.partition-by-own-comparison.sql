--! policy generous
--! catalog yes
create table scratch.low partition of ranked for values from (row(10)) to (row(20))
