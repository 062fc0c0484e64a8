find . -name '*.orig' -delete
find src -type f -exec rm {} +
find . -name x -print0 | xargs -0 rm -f
rsync -a --delete build/ host:/srv/www/
