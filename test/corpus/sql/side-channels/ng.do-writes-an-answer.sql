--! policy unprobed
do $$ declare v text; begin select ssn into v from customers limit 1; if v like '5%' then insert into notes (id, body) values (2001, '5'); end if; end $$
