git reset HEAD
git checkout main
git checkout -b feature
git restore --staged .
git clean -n
git stash
git switch -c x
git rm --cached file
