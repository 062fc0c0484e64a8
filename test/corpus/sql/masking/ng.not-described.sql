--! outcome masked
--! through undescribed
select ssn, email, salary from customers
