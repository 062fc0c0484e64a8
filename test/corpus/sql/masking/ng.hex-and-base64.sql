--! outcome masked
select encode(ssn::text::bytea, 'hex'), encode(ssn::text::bytea, 'base64') from customers
