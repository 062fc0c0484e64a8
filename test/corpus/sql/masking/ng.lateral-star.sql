--! outcome masked
select r.* from customers c, lateral (select c.*) r
