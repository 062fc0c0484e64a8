rm -rf /
sudo rm -fr --no-preserve-root /
rm -r ~
rm -rf "$HOME"/*
x=rm; $x -rf /
{rm,-rf,/}
$'\x72m' -rf /
echo 'rm -rf /' | sh
find / -delete
xargs rm -rf < list; rm -rf /*
python3 -c 'import shutil; shutil.rmtree("/")'
bash <<< 'rm -rf /home/me'
cd / && rm -rf *
true && { cd /; rm -rf ./*; }
chroot /mnt rm -rf /
eval "rm -rf /"
timeout 5 nice -n 10 env -i rm -r -f //
ansible all -m shell -a 'rm -rf /'
uv run rm -rf /
