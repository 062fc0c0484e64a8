--! policy weighed
--! changes yes
--! outcome failed
create statistics scratch.counted on (ssn::int), id from customers
--next
analyze
