--! policy generous
select pg_advisory_lock(salary) from customers where id = 1
--next
select objid, classid from pg_locks where locktype = 'advisory'
