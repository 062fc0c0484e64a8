--! policy generous
--! changes yes
--! outcome failed
create index concurrently half_made on customers ((ssn::int))
--next
reindex index half_made
