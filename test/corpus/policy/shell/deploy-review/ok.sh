gcloud run services list
az webapp show -n web
aws lambda get-function --function-name f
aws ecs update-service --service s --desired-count 3
fly logs
vercel build
netlify deploy
wrangler deploy --dry-run
cdk diff
ansible-playbook --check site.yml
ansible-playbook -C site.yml
ansible all -m ping
argocd app get web
heroku logs
git push origin main
docker compose up -d
DOCKER_HOST=tcp://docker:2375 docker build .
nomad job status
npm run deploy
