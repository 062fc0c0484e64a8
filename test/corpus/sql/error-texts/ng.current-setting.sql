--! outcome failed
select current_setting(ssn::text) from customers
