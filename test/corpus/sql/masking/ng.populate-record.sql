--! outcome masked
select (jsonb_populate_record(null::customers, to_jsonb(c))).ssn from customers c
