--! outcome failed
select 1 from pg_attribute where attrelid = 'vault'::regclass and atthasmissing and (attmissingval::text::text[])[1]::int > 0
