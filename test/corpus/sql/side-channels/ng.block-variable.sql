do $$ declare v text; begin select ssn into v from customers limit 1; insert into notes values (50, v, null); end $$
