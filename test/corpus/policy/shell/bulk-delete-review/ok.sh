find . -name '*.orig' -print
find /tmp/job-1 -delete
rsync -a build/ out/
find . -name -delete -print
