--! policy generous
alter table customers add column leak text generated always as (ssn) stored
