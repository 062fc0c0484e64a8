--! outcome masked
select born + 0, extract(epoch from born), to_char(born, 'YYYY-MM-DD') from customers
