dd if=/dev/zero of=disk.img
mkfs.ext4 ./disk.img
echo x > /dev/null
lsblk
fdisk -l /dev/sda
echo hi >/dev/stderr
