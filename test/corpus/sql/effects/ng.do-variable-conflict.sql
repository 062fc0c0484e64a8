do $$
#variable_conflict use_variable
declare ssn text; begin select c.ssn into ssn from customers c limit 1; insert into notes (id, body) values (1001, ssn); end $$
