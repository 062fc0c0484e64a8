--! outcome masked
explain (analyze, verbose) select ssn || '' from customers where ssn = (select max(ssn) from customers)
