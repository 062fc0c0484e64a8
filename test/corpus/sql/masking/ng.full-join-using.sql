--! outcome masked
select ssn from customers full join (select '999'::text as ssn) x using (ssn)
