do $$ begin set session characteristics as transaction read write; end $$
