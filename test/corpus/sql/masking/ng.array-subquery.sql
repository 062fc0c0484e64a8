--! outcome masked
select array_to_string(array(select ssn::text from customers), ',')
