echo x >> ~/.bashrc
cp hook .git/hooks/pre-commit
crontab jobs.txt
echo 'rm x' | at now
systemctl enable app
cat key >> ~/.ssh/authorized_keys
git config --global alias.x '!rm -rf /'
