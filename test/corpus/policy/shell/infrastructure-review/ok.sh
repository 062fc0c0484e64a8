kubectl get pods
kubectl apply -f k8s/
terraform plan
aws s3 ls
gcloud compute instances list
helm upgrade web .
gh pr create
curl https://api.example
kubectl delete pod x --dry-run=client
