kubectl get pods
kubectl logs deploy/web
kubectl rollout status deploy/web
kubectl apply -f k8s/
kubectl exec --help
