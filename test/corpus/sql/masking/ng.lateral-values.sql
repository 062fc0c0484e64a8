--! outcome masked
select r.a from customers c, lateral (values (c.ssn::text, c.email)) r(a, b)
