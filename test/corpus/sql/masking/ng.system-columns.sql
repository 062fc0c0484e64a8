--! outcome masked
select tableoid, ctid, xmin, c.ssn || '' from customers c
