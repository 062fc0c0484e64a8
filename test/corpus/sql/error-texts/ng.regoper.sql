--! outcome failed
select name::regoper, ssn::text::regoper from customers
