psql "$URL" -c 'SELECT 1'
dbmate up
pg_dump shop > dump.sql
cat cleanup.sql
