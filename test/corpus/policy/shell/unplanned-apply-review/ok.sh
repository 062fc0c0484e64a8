terraform apply plan.bin
terraform plan -out plan.bin
terraform plan -target=aws_db_instance.orders
tofu apply -input=false plan.bin
terragrunt run-all plan
pulumi preview
cdk diff
cat k8s/web.yaml | kubectl apply -f -
kustomize build overlays/prod | kubectl apply --dry-run=client -f -
