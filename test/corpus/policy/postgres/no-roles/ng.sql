CREATE ROLE mallory SUPERUSER LOGIN;
CREATE USER mallory;
ALTER ROLE app PASSWORD 'x';
ALTER ROLE app SET work_mem = '1GB';
DROP ROLE app;
GRANT admin TO mallory;
REVOKE admin FROM app;
REASSIGN OWNED BY app TO mallory;
DROP OWNED BY app;
