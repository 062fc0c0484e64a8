kubectl exec -n shop deploy/web -- env
kubectl cp shop/web-0:/data ./data
kubectl attach -it web-0
kubectl port-forward svc/db 5432:5432
kubectl proxy --port=8001
kubectl debug web-0 --image=busybox --target=web
kubectl run shell --image=busybox --rm -it -- sh
kubectl alpha debug web-0 --image=busybox
