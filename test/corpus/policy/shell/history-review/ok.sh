git branch -d merged
git branch --list
git tag v2
git log --all
git gc
