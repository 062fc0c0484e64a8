--! outcome masked
select substr(ssn::text, 1, 6), substr(ssn::text, 7) from customers
