NODE_ENV=production node app.js
git -c core.quotepath=false log
GIT_SSH_COMMAND=./x git status
PATH=$HOME/bin:$PATH make
LANG=C sort file
git -c user.name=x commit -m y
GOPROXY=http://localhost:3000 go build ./...
echo "VERSION=1.2" >> "$GITHUB_ENV"
echo "$HOME/.local/bin" >> "$GITHUB_PATH"
echo "version=$(cat version)" >> "$GITHUB_OUTPUT"
cat "$GITHUB_ENV"
