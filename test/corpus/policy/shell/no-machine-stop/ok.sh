shutdown -c
systemctl restart app
echo reboot
