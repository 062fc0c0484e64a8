--! policy narrow
do $$ begin execute 'delete from ' || 'orders'; end $$
