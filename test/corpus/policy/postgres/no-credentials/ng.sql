SELECT rolname, rolpassword FROM pg_catalog.pg_authid;
SELECT * FROM pg_authid;
SELECT passwd FROM pg_shadow s WHERE s.usename = 'app';
SELECT umoptions FROM pg_catalog.pg_user_mapping;
SELECT u.umoptions FROM pg_user_mappings AS u;
UPDATE pg_authid SET rolsuper = true WHERE rolname = 'app';
WITH a AS (TABLE pg_catalog.pg_authid) SELECT count(*) FROM a;
