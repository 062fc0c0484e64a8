--! outcome masked
select j.c from (customers c join orders o on true) as j(a, b, d, c, e)
