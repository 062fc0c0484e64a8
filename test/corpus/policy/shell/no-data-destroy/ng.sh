dropdb shop
psql -c 'DROP TABLE orders'
psql shop <<< 'TRUNCATE orders'
redis-cli FLUSHALL
mongosh --eval 'db.dropDatabase()'
mysql -e 'drop database shop'
rails db:drop
docker compose down -v
sqlite3 app.db 'DELETE FROM users;'
kubectl exec db -- psql -c 'DROP SCHEMA public CASCADE'
