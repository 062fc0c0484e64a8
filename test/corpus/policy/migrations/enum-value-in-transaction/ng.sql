BEGIN; ALTER TYPE mood ADD VALUE 'fine'; UPDATE people SET mood = 'fine'; COMMIT
