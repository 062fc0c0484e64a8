systemctl stop postgresql
kill -9 -1
pkill -u root
service nginx stop
