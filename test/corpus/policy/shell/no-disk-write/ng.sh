dd if=/dev/zero of=/dev/sda
mkfs.ext4 /dev/sdb1
echo x > /dev/nvme0n1
wipefs -a /dev/sdc
cat image | sudo tee /dev/sda
cryptsetup luksFormat /dev/sdb
python3 -c "import os; os.system('dd if=/dev/zero of=/dev/sda')"
lvremove -f vg0/data
