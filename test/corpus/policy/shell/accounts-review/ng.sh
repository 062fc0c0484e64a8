useradd eve
usermod -aG sudo eve
passwd root
iptables -F
ufw disable
visudo
