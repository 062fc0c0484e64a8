--! outcome masked
select e.value from customers c, lateral json_each_text(row_to_json(c)) e
