--! outcome masked
select attname, attmissingval, attmissingval::text::text[] from pg_attribute where attrelid = 'vault'::regclass and atthasmissing
