rm -rf node_modules
rm -rf /tmp/build-1
echo 'rm -rf /'
grep -rn 'rm -rf /' docs
rm -rf ./dist
git commit -m 'never rm -rf /'
printf '%s' 'rm -rf ~'
