--! policy generous
create view information_schema.other as select ssn::text as n from customers
