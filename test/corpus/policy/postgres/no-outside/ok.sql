SELECT lower('dblink');
