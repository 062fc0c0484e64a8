--! policy unprobed
select count(*) from ts_parse('default', repeat('a ', (select substr(ssn, 1, 3)::int from customers where id = 1)))
