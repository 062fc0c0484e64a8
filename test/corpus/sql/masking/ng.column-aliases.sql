--! outcome masked
select c.b, (c).b from customers as c(a, n, m, b)
