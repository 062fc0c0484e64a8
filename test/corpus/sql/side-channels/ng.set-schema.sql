--! policy generous
alter table customers set schema scratch
