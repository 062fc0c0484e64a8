--! policy unprobed
select distinct on (ssn) name from customers
