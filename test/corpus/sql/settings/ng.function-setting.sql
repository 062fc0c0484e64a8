--! policy narrow
create function scratch.g() returns int language sql set search_path = evil as 'select 1'
