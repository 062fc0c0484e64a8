--! outcome masked
copy (select ssn, email from customers) to stdout (format csv, delimiter '|', quote '''', header)
