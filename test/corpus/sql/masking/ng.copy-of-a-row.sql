--! outcome masked
copy (select row_to_json(c) from customers c) to stdout (format csv)
