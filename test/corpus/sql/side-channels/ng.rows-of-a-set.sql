--! policy unprobed
select count(*) from customers c, generate_series(1, ascii(substr(c.ssn::text, 1, 1))) where c.id = 1
