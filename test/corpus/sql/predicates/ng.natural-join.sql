--! policy unprobed
--! catalog yes
select 1 from customers natural join (select '5'::ssn_t as ssn) x
