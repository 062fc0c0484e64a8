kubectl delete namespace shop
terraform destroy -auto-approve
terraform apply -destroy
aws s3 rm s3://bucket --recursive
aws ec2 terminate-instances --instance-ids i-1
gcloud compute instances delete web
az group delete -n x
helm uninstall web
gh repo delete acme/x
curl -X DELETE https://api.example/v1/users
docker system prune -af
TF_CLI_ARGS_apply=-destroy terraform apply plan.bin
terraform plan -destroy -out plan.bin
wget --method=DELETE https://api.example/v1/users
aws rds modify-db-instance --db-instance-identifier orders --no-deletion-protection
