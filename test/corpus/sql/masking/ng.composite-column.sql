--! outcome masked
select (c.contact).handle from customers c
