--! policy narrow
create function scratch.f() returns int language sql as 'delete from orders returning 1'
