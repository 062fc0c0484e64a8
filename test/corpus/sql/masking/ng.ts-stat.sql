--! outcome refused
select * from ts_stat('select to_tsvector(ssn::text) from customers')
