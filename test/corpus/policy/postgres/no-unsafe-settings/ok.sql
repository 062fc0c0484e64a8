SET statement_timeout = '5s';
SET work_mem = '64MB';
