--! policy narrow
copy (delete from customers returning name) to stdout
