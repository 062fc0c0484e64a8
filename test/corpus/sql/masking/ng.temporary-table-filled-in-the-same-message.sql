--! changes yes
create temp table copied (s text); insert into copied select ssn from customers; select s from copied
