--! catalog yes
select lo_open((4237 + left(ssn, 1)::int)::oid, 131072) from customers where id = 1
