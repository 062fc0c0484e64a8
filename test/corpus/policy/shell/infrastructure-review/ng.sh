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
