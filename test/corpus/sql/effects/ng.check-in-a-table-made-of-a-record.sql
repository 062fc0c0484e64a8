--! catalog yes
create table scratch.n as select * from json_to_record('{}') as t(c public.checked) limit 0; insert into scratch.n values ('x')
