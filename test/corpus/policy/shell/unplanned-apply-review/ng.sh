terraform apply -auto-approve
terraform -chdir=infra apply -input=false -auto-approve
terraform apply -target=aws_db_instance.orders -auto-approve
tofu apply -replace=aws_db_instance.orders plan.bin
terraform taint aws_db_instance.orders
terragrunt run-all apply
pulumi up --yes
cdk deploy --require-approval never
kustomize build overlays/prod | kubectl apply -f -
helm template web ./chart | kubectl apply -f -
terragrunt apply
