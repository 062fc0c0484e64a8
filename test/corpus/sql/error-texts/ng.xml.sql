--! outcome failed
select xmlparse(document ssn) from customers
