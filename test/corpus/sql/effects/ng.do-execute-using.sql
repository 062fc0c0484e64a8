do $$ declare v text; begin select ssn into v from customers limit 1; execute 'insert into notes (id, body) values (1001, $1)' using v; end $$
