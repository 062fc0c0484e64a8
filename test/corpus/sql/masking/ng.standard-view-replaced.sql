--! policy generous
create or replace view information_schema.enabled_roles as select ssn::text::information_schema.sql_identifier as role_name from customers
