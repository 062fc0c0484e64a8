--! outcome failed
select to_tsvector(email::regconfig, 'x') from customers
