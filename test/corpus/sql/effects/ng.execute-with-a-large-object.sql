prepare keep(text) as insert into notes (id, body) values (8001, $1)
--next
execute keep(convert_from(lo_get(4242), 'UTF8'))
