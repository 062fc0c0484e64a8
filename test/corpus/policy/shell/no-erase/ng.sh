shred -u keys.txt
sudo shred -n 3 disk.img
