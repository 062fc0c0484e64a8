do $$ declare r record; begin for r in select * from customers loop insert into notes values (50 + r.id, r.ssn, null); end loop; end $$
