--! outcome masked
copy (select ssn, salary, born from customers) to stdout (format binary)
