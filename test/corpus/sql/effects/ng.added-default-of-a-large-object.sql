create temp table kept (id int); alter table kept add column a text default convert_from(lo_get(4242), 'UTF8')
