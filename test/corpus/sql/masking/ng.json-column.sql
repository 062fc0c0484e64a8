--! outcome masked
select info -> 'passport', jsonb_path_query(info, '$.passport') from customers
