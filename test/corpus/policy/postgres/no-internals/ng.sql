UPDATE pg_catalog.pg_class SET relname = 'x' WHERE relname = 'y';
DELETE FROM pg_catalog.pg_constraint WHERE conname = 'x';
INSERT INTO information_schema.sql_features (feature_id) VALUES ('x');
DO $$ BEGIN UPDATE pg_catalog.pg_class SET relname = $q$x$q$ WHERE oid = 1; END $$;
WITH w AS (DELETE FROM pg_catalog.pg_depend WHERE objid = 1 RETURNING 1) SELECT * FROM w;
