--! policy generous
select set_config('my.x', ssn, false) from customers
