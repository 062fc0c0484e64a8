--! outcome masked
select json_agg(to_jsonb(c)) from customers c
