create temp table kept (id int, a text default convert_from(lo_get(4242), 'UTF8'))
