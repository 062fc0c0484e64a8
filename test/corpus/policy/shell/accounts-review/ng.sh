useradd eve
usermod -aG sudo eve
passwd root
iptables -F
ufw disable
visudo
aws iam attach-user-policy --policy-arn arn:aws:iam::aws:policy/AdministratorAccess --user-name agent
kubectl auth reconcile -f rbac.yaml
kubectl label ns shop pod-security.kubernetes.io/enforce=privileged --overwrite
gh pr review 12 --approve
