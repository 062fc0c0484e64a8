--! outcome masked
--! servers 18
select j.a || '' from customers c, json_table(to_jsonb(c), '$' columns (nested path '$.name[*]' columns (o for ordinality), v text path '$.ssn')) as j(a, b)
