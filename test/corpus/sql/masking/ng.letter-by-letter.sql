--! outcome masked
select ascii(substr(ssn::text, g, 1)) from customers, generate_series(1, 11) g
