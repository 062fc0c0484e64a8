--! policy unprobed
select count(nullif(substr(ssn::text, 1, 1), '5')) from customers where id = 1
