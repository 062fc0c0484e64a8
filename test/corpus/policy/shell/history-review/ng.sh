git branch -D feature
git tag -d v1
git push origin :old
git push --delete origin old
git filter-branch --all
git reflog expire --expire=now --all
git gc --prune=now
git update-ref -d refs/heads/x
