insert into notes values (1, 'x') on conflict (id) do update set body = (select ssn from customers limit 1)
