--! outcome masked
select ssn::text || 'x' from customers group by grouping sets ((ssn), ())
