--! policy generous
merge into contacts t using (select ssn::text as a, ssn::text as b, 77 as c from customers where id = 1) s on false when not matched then insert (email, plain, id) values (s.*)
