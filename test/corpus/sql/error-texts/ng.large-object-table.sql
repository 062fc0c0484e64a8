--! outcome failed
select 1 from pg_largeobject where convert_from(data, 'UTF8')::int = 1
