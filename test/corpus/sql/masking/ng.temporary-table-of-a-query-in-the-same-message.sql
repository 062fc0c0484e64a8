--! changes yes
create temp table copied as select ssn || '' as s from customers; select s from copied
