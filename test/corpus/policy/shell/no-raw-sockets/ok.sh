nc -z db 5432
curl https://x.example
echo /dev/tcp/x/1
