--! policy generous
alter table customers rename column ssn to plain
