--! catalog yes
select satisfies_hash_partition('parted'::regclass, 1, 0, 1)
