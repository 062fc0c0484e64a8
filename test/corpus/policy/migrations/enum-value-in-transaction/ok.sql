ALTER TYPE mood ADD VALUE 'fine'; UPDATE people SET mood = 'fine'
BEGIN; ALTER TYPE mood ADD VALUE 'fine'; COMMIT; UPDATE people SET mood = 'fine'
BEGIN; CREATE TYPE mood AS ENUM ('sad'); ALTER TYPE mood ADD VALUE 'fine'; CREATE TABLE people (mood mood DEFAULT 'fine'); COMMIT
