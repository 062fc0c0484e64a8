--! policy generous
--! changes yes
alter table customers add column words tsvector
--next
create trigger wording before update on customers for each row execute function tsvector_update_trigger(words, 'pg_catalog.simple', note, card)
--next
update customers set note = note where id = 1
--next
select words from customers
