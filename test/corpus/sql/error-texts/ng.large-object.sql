--! outcome failed
select 1 where convert_from(lo_get(4242), 'UTF8')::int = 1
