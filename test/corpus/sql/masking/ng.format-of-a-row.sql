--! outcome masked
select format('%s', c), concat(c) from customers c
