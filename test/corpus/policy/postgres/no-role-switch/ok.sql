SET work_mem = '64MB';
RESET ROLE;
SELECT current_user;
