--! outcome failed
do $$ declare v text; begin select ssn into v from customers limit 1; raise exception using errcode = '42P01', message = v; end $$
