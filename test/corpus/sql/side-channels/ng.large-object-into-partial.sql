update customers set email = substr(convert_from(lo_get(4242), 'UTF8'), 4) where id = 1
