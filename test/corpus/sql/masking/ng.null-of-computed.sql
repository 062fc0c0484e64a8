--! outcome masked
--! policy unprobed
--! gives T(nullif,nullif) D([redacted]|[redacted]) D([redacted]|[redacted]) C(SELECT 2) Z(I)
select nullif(substr(ssn::text, 1, 1), '5'), nullif(substr(ssn::text, 1, 1), '6') from customers order by id
