--! outcome masked
select convert_from(data, 'UTF8') from pg_largeobject where loid = 4242
