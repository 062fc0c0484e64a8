gcloud run deploy web --image x
az webapp deploy -n web --src-path x.zip
aws lambda update-function-code --function-name f --zip-file fileb://x.zip
aws ecs update-service --service s --force-new-deployment
flyctl deploy
npx vercel --prod
vercel deploy --prod
netlify deploy --prod
firebase deploy --only hosting
wrangler deploy
serverless deploy
sls deploy
cdk deploy
pulumi up
ansible-playbook site.yml
ansible all -m copy -a 'src=x dest=/etc/x'
argocd app sync web
flux reconcile kustomization web
heroku container:release web
git push heroku main
docker stack deploy -c x.yml web
DOCKER_HOST=ssh://prod docker compose up -d
eb deploy --message --dry-run
helmfile apply
nomad job run x.nomad
