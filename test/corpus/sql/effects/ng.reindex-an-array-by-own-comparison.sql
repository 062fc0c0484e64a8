--! policy generous
--! catalog yes
reindex index crates_pkey
