SET ROLE admin;
SET SESSION AUTHORIZATION admin;
SET LOCAL ROLE admin;
SELECT set_config('role', 'admin', false);
