--! policy generous
select lo_from_bytea(0, ssn::text::bytea) from customers
