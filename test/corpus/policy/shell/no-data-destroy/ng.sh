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
bundle exec rake db:reset
poetry run python manage.py flush --no-input
bq rm -r -f sales
npx drizzle-kit push --force
goose -dir db postgres "$URL" down-to 0
kafka-topics.sh --delete --topic orders
rabbitmqctl purge_queue orders
