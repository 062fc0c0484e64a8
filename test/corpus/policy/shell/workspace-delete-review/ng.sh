rm -rf .
rm -rf *
rm -rf ./*
rm -rf .git
rm -rf "$PWD"
cd sub; cd ..; rm -rf *
