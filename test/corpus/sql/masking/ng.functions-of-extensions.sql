--! policy generous
--! outcome masked
--! catalog yes
--! changes yes
create extension hstore; create extension unaccent; create extension citext; create extension pgcrypto
--next
select unaccent(ssn::text), hstore('k', email) -> 'k', hstore('k', card), ssn::text || ''::citext, encrypt(convert_to(note || ssn, 'UTF8'), '', 'aes') from customers
