--! outcome refused
select query_to_xml('select * from customers', true, false, '')
