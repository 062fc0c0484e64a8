--! policy generous
alter table customers rename to other
