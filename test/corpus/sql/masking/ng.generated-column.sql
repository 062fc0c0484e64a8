--! outcome masked
--! gives T(id,email_norm,lower) D(1|[redacted]|[redacted]) C(SELECT 1) Z(I)
select id, email_norm, lower(email_norm) from contacts
