echo x >> /etc/hosts
cp app /usr/bin/app
sudo tee /etc/sysctl.conf < x
chmod -R 777 .
mv a /etc/nginx/nginx.conf
apt-get purge -y libc6
install -m 755 app /usr/local/bin/app
