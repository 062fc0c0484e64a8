--! outcome masked
--! policy generous
--! changes yes
create operator scratch.<+> (leftarg = text, rightarg = text, function = textcat)
--next
select ssn::text operator(pg_catalog.||) '' from customers
