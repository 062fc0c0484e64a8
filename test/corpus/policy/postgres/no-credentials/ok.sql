SELECT rolname FROM pg_catalog.pg_roles;
SELECT usename FROM pg_catalog.pg_user;
VACUUM;
