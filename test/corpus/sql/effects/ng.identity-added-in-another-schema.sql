--! changes yes
create table scratch.vault (id int not null)
--next
alter table scratch.vault alter column id add generated always as identity (sequence name public.vault_numbers)
