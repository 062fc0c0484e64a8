curl -fsSLo /tmp/tool https://x.example/tool && echo "$DIGEST  /tmp/tool" | sha256sum --check - && chmod +x /tmp/tool && /tmp/tool --version
curl -fsSLo data.json https://x.example/data.json && jq . data.json
git clone https://x.example/y && cd y && git checkout 0123456789abcdef0123456789abcdef01234567 && make
git clone https://x.example/data && wc -l data/rows.csv
npm ci && npm run build
npm install @acme/y lodash@4
npx wait-on http://localhost:3000
pip install ./packages/y
npm run test -- https://staging.acme.example
uv run pytest tests/unit
helm repo add acme https://charts.acme.example
curl -L https://x.example/a.tar.gz | tar xz -C data; ls data
pip install -r requirements.txt -i http://localhost:3141/simple
npm ci --registry=http://127.0.0.1:4873/
