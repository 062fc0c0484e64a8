--! outcome masked
select v.e || '' from notes n, customers c, lateral (values (n.*, c.id, c.ssn, c.id, c.id, c.name)) v(a, b, c, d, e)
