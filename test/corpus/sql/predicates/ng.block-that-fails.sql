--! policy unprobed
do $$ begin if (select ssn from customers where id = 1) like '5%' then raise exception 'yes'; end if; end $$
