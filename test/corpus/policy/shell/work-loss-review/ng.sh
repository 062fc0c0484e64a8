git reset --hard
git reset --ha HEAD~1
git checkout -- .
git checkout HEAD file.txt
git restore file.txt
git clean -fdx
git stash drop
git switch --discard-changes main
git worktree remove --force ../w
sh -lc 'git reset --hard'
git rm -rf .
git rebase --abort
