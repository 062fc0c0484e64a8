psql "$URL" -f scripts/cleanup.sql
psql "$URL" < cleanup.sql
psql -c '\i cleanup.sql'
mysql shop < cleanup.sql
npx prisma db execute --file cleanup.sql
