terraform apply plan.bin
terraform plan -out plan.bin
terraform plan -target=aws_db_instance.orders
tofu apply -input=false plan.bin
terragrunt run-all plan
pulumi preview
cdk diff
