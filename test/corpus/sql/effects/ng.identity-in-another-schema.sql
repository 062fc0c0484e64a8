create table scratch.vault (id int generated always as identity (sequence name public.vault_numbers))
