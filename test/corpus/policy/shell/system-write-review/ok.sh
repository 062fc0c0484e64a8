cat /etc/hosts
chmod +x run.sh
cp a b
apt-get install -y curl
echo x > notes.txt
chmod 644 file
