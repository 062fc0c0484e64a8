--! outcome failed
select lo_get((born - date '1900-01-01')::oid) from customers
