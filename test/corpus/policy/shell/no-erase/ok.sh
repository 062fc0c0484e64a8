ls shred
rm keys.txt
