systemctl restart app
kill 1234
pkill -f worker
service nginx status
