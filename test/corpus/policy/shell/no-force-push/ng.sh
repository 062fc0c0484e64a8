git push --force
git push -f origin main
git push origin +main
git push --mirror backup
git -C sub push --forc origin x
git -c alias.p='push -f' p origin main
sudo -u ci git push origin HEAD:+refs/heads/main
