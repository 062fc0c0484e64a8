psql -c 'SELECT 1'
redis-cli GET key
mysql -e 'select 1'
pg_dump shop
psql -c 'DELETE FROM orders WHERE id = 7'
sqlite3 app.db '.tables'
docker compose down
