ls -la && pwd
cd packages/api && npm ci && npm run build
npm test -- --coverage
npx jest --runInBand
pnpm -r build
yarn workspace web lint
git status --porcelain
git add -A && git commit -m "fix: rm -rf / in docs" && git push origin HEAD
git fetch --all --prune
git pull --rebase origin main
git rebase origin/main
git merge --no-ff feature
git log --oneline -n 20 | head
git diff --stat HEAD~1..HEAD
git checkout -b feature/x origin/main
git checkout main
git switch -c fix/y
git stash push -m wip
git stash pop
git tag -a v1.2.3 -m release
git branch -d merged
git remote add upstream https://github.com/acme/x.git
git config user.email ci@example.com
git clone --depth 1 https://github.com/acme/x.git /tmp/x
git submodule update --init --recursive
git rev-parse --short HEAD
git push --force-with-lease origin feature
git worktree add ../wt feature
git cherry-pick abc123
git reset HEAD~1
git rm --cached big.bin
git -C sub log -1
docker build -t app:latest .
docker run --rm -it -v "$PWD:/app" -w /app node:20 npm test
docker compose up -d --build
docker compose logs -f web
docker ps -a --format '{{.Names}}'
docker exec web ls /app
docker images | grep app
docker stop web && docker rm web
kubectl get pods -n shop -o wide
kubectl apply -f k8s/ --dry-run=server
kubectl logs deploy/web --tail=100
kubectl describe pod web-1
kubectl rollout status deploy/web
helm template web ./chart -f values.yaml
helm upgrade --install web ./chart
terraform init && terraform plan -out=plan.bin
terraform fmt -check
terraform apply plan.bin
aws s3 ls s3://bucket
aws s3 cp dist/ s3://bucket/ --recursive
aws sts get-caller-identity
gcloud config set project x
az account show
gh pr create --fill
gh pr view 12 --json title
gh run list --limit 5
curl -fsSL https://example.com/file.tar.gz -o file.tar.gz
curl -s https://api.example.com/v1/items | jq '.[] | .id'
curl -X POST -H 'content-type: application/json' -d '{"a":1}' https://api.example.com
wget -q https://example.com/x.zip && unzip -q x.zip -d out
tar czf build.tgz dist/
tar -xzf file.tar.gz -C /tmp/x --strip-components=1
mkdir -p src/a && touch src/a/index.ts
cp -r templates/base src/generated
mv old.ts new.ts
rm -f *.log
rm -rf node_modules dist coverage .next
rm -rf ./build/* && mkdir build
rm -r target
find . -name '*.ts' -not -path '*/node_modules/*' | xargs wc -l
find src -type f -exec grep -l TODO {} +
find . -type f -name '*.sh' -exec chmod +x {} \;
find . -name '*.py' -print0 | xargs -0 black --check
grep -rn "password" src --include='*.ts'
rg -n 'fn main' -g '*.rs'
sed -i 's/foo/bar/g' src/a.ts
sed -n '1,40p' README.md
awk -F, '{ print $2 }' data.csv | sort | uniq -c | sort -rn | head
cat package.json | jq -r .version
echo "hello" > out.txt
echo "export PATH=$PATH" 
printf '%s\n' a b c | while read -r x; do echo "$x"; done
for f in src/*.ts; do echo "$f"; done
if [ -f package.json ]; then npm ci; fi
test -d dist || npm run build
set -euo pipefail
export NODE_ENV=production
export NODE_OPTIONS=--max-old-space-size=4096
VERSION=$(git describe --tags) && echo "$VERSION"
TMP=$(mktemp -d) && cp a "$TMP/" && rm -rf "$TMP"
tmp="$(mktemp)"; trap 'rm -f "$tmp"' EXIT; echo x > "$tmp"
source venv/bin/activate && pip install -r requirements.txt
python -m venv .venv
python3 -m pytest -q tests
python3 -c 'import sys; print(sys.version)'
python3 -c "import json; print(json.load(open('package.json'))['version'])"
python manage.py migrate
python3 script.py --input data.json
node -e 'console.log(process.version)'
node -p "require('./package.json').version"
node server.js --port 3000
node --test
ruby -e 'puts RUBY_VERSION'
perl -pe 's/a/b/' file.txt
cargo build --release && cargo test
cargo clippy -- -D warnings
go build ./... && go test ./...
go mod tidy
mvn -q -DskipTests package
./gradlew build
make -j4 all
make test
cmake -S . -B build && cmake --build build
pip install --upgrade pip
apt-get update && apt-get install -y --no-install-recommends curl git && rm -rf /var/lib/apt/lists/*
brew install jq
apk add --no-cache git
sudo apt-get install -y jq
chmod +x scripts/run.sh && ./scripts/run.sh
chmod 600 key.txt
ln -s ../a b
psql -h localhost -U app -d shop -c 'SELECT count(*) FROM orders'
pg_dump -Fc shop > shop.dump
redis-cli ping
mysql -e 'SHOW TABLES' shop
sqlite3 app.db 'SELECT * FROM users LIMIT 5'
ps aux | grep node | grep -v grep
kill 12345
kill -0 "$PID"
lsof -i :3000
df -h && du -sh .
uname -a; whoami; id
date -u +%Y-%m-%dT%H:%M:%SZ
sleep 5
timeout 60 npm test
time make
nohup node server.js > server.log 2>&1 &
tail -f server.log
ssh-keygen -t ed25519 -f /tmp/key -N ''
openssl rand -hex 32
base64 -d <<< aGVsbG8=
diff -u a.txt b.txt
jq '.a = 1' a.json > b.json
xargs -n1 echo < list.txt
tee -a log.txt < in.txt
eslint . --fix
prettier --write 'src/**/*.ts'
tsc --noEmit
uv run pytest
poetry install --no-root
bundle exec rspec
composer install
dotnet build
swift test
rsync -av dist/ backup/
scp dist.tgz deploy@web1:/srv/app/
ssh deploy@web1 'systemctl status app'
systemctl status nginx
journalctl -u app -n 50
crontab -l
env | sort
printenv PATH
which node
command -v git >/dev/null 2>&1 || exit 1
type -p python3
[[ $BRANCH == main ]] && echo main
case "$1" in start) echo s ;; *) echo usage ;; esac
while ! nc -z localhost 5432; do sleep 1; done
until curl -sf http://localhost:3000/health; do sleep 1; done
function build() { npm run build; }; build
arr=(a b c); for x in "${arr[@]}"; do echo "$x"; done
cat > config.json <<'EOF'
cat <<EOF | kubectl apply -f -
diff <(sort a) <(sort b)
echo $((1 + 2))
x=${y:-default}; echo "${x%.txt}"
read -r -p 'name? ' name && echo "hi $name"
bash scripts/test.sh
bash -c 'echo ok'
sh -c 'cd sub && make'
sh -n script.sh
npm version patch --no-git-tag-version
npm view left-pad version
docker pull postgres:16
docker tag a b
git show HEAD:README.md > /tmp/readme
ls ~/.ssh
cat ~/.config/app/settings.json
echo x >> ~/notes.txt
mkdir -p ~/.cache/tool && rm -rf ~/.cache/tool
gzip -k big.log
split -l 100 a.txt part_
dd if=/dev/urandom of=random.bin bs=1M count=1
truncate -s 0 app.log
touch /tmp/ready
git log --format='%h %s' | grep -i 'force push'
git checkout -- 2>/dev/null; true
watch -n 5 kubectl get pods
parallel echo {} ::: a b
xargs -I{} cp {} out/ < list.txt
nice -n 10 make
env FOO=1 node app.js
stdbuf -oL tail -f a.log | grep x
vim +10 file.txt
less README.md
bash /tmp/i.sh
kubectl delete pod --help
terraform destroy -help
find . -name node_modules -type d -prune -exec rm -rf {} +
/usr/local/bin/tool x
find . -name dist -exec rm -rf {} +
npm publish --help
wget -q https://x.example -O /tmp/i.sh && echo "$DIGEST  /tmp/i.sh" | sha256sum -c - && bash /tmp/i.sh
git rebase -i HEAD~3
git commit --amend --no-edit
chown -R "$USER:$USER" .
docker rm -f $(docker ps -aq)
npx prisma migrate deploy
echo "x=y" >> "$GITHUB_OUTPUT"
exec node server.js
rm -rf {src,lib}/generated
cd build && rm -rf ./*
find build -mindepth 1 -delete
git branch --merged | grep -v main | xargs git branch -d
rg -l x | xargs sed -i 's/a/b/'
echo build dist | xargs rm -rf
EDITOR=vim git commit --amend
fd -e ts -x prettier --write
printenv NODE_ENV
node -e "setTimeout(() => console.log(eval('1 + 1')), 10)"
PYTHON=${PYTHON:-python3}; "$PYTHON" -m pip install -r requirements.txt
"${PYTHON:-python3}" -m pytest
${CC:-gcc} -O2 -o app main.c
PY=$(command -v python3); "$PY" -m venv .venv
: "${BUILD_DIR:=build}"; rm -rf "$BUILD_DIR"
run() { echo "+ $*"; "$@"; }; run npm ci
log() { echo "$@" >&2; }
wrap() { "$@"; }
cmd=(docker build -t app .); cmd+=(--pull); "${cmd[@]}"
args=(-v); [ -n "$X" ] && args+=(--tags); go test "${args[@]}" ./...
command -v jq
read -r major minor <<< '20 11'; echo "$major.$minor"
cp /usr/bin/env . && ./env
echo 'echo hi' > x.sh; sh x.sh
curl -fsSLo t.tgz https://x.example/t.tgz && echo "$SUM  t.tgz" | sha256sum -c - && tar xzf t.tgz
retry 3 npm ci
./gradlew build
bundle exec rake spec
export CFLAGS='-O2 -g'; make
make CC='gcc -m32'
echo '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","namespace":"shop"},"data":{"a":"b"}}' | kubectl apply -f -
kubectl patch deploy web -p '{"spec":{"replicas":3}}'
git push "$REMOTE" "$BRANCH"
git push origin "$BRANCH"
python manage.py migrate
curl -L https://x.example/data.tar.gz | tar xz -C data && cat data/x.txt
curl -L https://x.example/a.tar.gz | tar xz && ls a
curl -sSL https://x.example/a.tar.gz -o a.tar.gz && sha256sum -c sums && tar xzf a.tar.gz && ./a/install
curl -L https://x.example/a.tgz | tar xz tool && npm test -- src/a.test.ts
tar xzf vendor/a.tgz && ./a/configure
helm upgrade web ./chart --set replicas=3
helm upgrade web ./chart --set image.tag=1.2 --dry-run
kubectl set image deployment/web web=nginx@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
kubectl set env deployment/web A=b
pip install --index-url "$PIP_INDEX" requests
pip install -f wheels requests
npm config set fund false
npm view left-pad --registry https://evil.example
GOPROXY=off go build ./...
apt-get install -y --no-install-recommends curl
velero backup get
velero backup create nightly
gh workflow list
gh api repos/a/b/pulls/1/reviews
gh api graphql -f query='{ viewer { login } }'
gh extension list
glab ci status
curl -L https://x.example/a.tar.gz | tar xz; printf 'echo hi\n' > a/run.sh; sh a/run.sh
docker build -t web --build-arg URL=https://x.example .
conda install -c conda-forge numpy
git config --global url.https://github.com/.insteadOf git@github.com:
git push origin HEAD
aws ecs update-service --service s --desired-count 3
argocd app get web
node -e "fetch('http://localhost:3000/health').then(r => process.exit(r.ok ? 0 : 1))"
vault status
npm pkg set version=1.2.3
npm pkg get scripts.test
VERSION=$(git describe --tags) npm run build
A=$(date) B=$(whoami) make
test() { npm test; }; test
run() { "$@"; }; run npm test
rx='[$(]'; [[ $x =~ $rx ]]
a[0]=x; unset 'a[0]'
[[ -v a[0] ]]
mapfile -t a < f
{ echo "A=1"; echo "B=2"; } >> "$GITHUB_ENV"
cat >> "$GITHUB_ENV" <<< "A=1"
echo "sha=${GITHUB_SHA::7}" >> "$GITHUB_OUTPUT"
echo "## done" >> "$GITHUB_STEP_SUMMARY"
git remote set-url origin "https://x-access-token:$TOKEN@github.com/$REPO"
git pull origin main
tar xzf a.tgz --use-compress-program=pigz
