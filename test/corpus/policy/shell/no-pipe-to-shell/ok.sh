echo 'echo hi' | sh
curl -o install.sh https://x.example/install.sh
cat notes | grep x
bash script.sh
sh <<'EOF'
