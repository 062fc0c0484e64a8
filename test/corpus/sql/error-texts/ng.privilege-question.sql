--! outcome failed
select has_table_privilege(email, 'select') from customers
