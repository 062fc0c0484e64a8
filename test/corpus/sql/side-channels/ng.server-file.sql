--! policy generous
copy (select ssn from customers) to '/tmp/ostiary-attack'
