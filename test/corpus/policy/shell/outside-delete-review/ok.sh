rm -rf build
rm -rf /var/lib/apt/lists/*
rm -rf /tmp/x
rm -f /opt/app/app.pid
