--! outcome masked
select (q.r).ssn from (select c as r from customers c(id, ssn, email, other)) q
