--! policy narrow
do $$ begin delete from customers; end $$
