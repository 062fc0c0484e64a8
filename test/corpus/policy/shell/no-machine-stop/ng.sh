sudo reboot
shutdown -h now
systemctl poweroff
init 0
