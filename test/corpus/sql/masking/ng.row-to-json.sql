--! outcome masked
select row_to_json(c) from customers c
