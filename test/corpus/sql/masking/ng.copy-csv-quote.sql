copy (select ssn, note from customers order by id) to stdout (format csv, quote E'\n')
