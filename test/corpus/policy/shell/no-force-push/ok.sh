git push
git push --force-with-lease origin main
git push origin main
git push --dry-run --force
git fetch --force
