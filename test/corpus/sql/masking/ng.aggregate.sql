--! outcome masked
select max(ssn), string_agg(ssn::text, ',') from customers
