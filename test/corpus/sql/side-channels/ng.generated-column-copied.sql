--! catalog yes
insert into notes (id, body) select 77, email_norm from contacts
