--! policy generous
--! catalog yes
insert into contacts (id, email) select 1, email from customers where id = 1 on conflict (id) do update set plain = excluded.email_norm
