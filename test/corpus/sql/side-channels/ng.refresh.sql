--! changes yes
--! catalog yes
create materialized view scratch.m as select ssn::text as n from customers with no data
--next
refresh materialized view scratch.m
