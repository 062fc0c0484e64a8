nc -z db 5432
curl https://x.example
echo /dev/tcp/x/1
</dev/tcp/db/5432
(echo > /dev/tcp/localhost/5432) 2>/dev/null
exec 3<>/dev/tcp/127.0.0.1/80
