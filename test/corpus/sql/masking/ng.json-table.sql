--! outcome masked
--! servers 18
select t.* from customers c, json_table(to_jsonb(c), '$' columns (s text path '$.ssn')) t
