id
groups
iptables -L
ufw status
whoami
