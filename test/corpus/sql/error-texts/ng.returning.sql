--! outcome failed
insert into notes values (1, 'x', null) returning (select ssn::int from customers limit 1)
