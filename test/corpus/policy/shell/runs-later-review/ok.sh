cat ~/.bashrc
crontab -l
systemctl status app
git config user.name x
ls .git/hooks
