--! policy generous
alter table customers alter column note type text using ssn
