set search_path = evil, pg_catalog
