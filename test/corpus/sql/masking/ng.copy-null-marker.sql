--! outcome masked
--! policy unprobed
--! gives H d([redacted]\t[redacted]\n) d([redacted]\t[redacted]\n) c C(COPY 2) Z(I)
copy (select translate(substr(ssn::text, 1, 1), '5', 'Z'), translate(substr(ssn::text, 1, 1), '6', 'Z') from customers order by id) to stdout (null 'Z')
