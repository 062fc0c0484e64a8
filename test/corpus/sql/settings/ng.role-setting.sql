alter role postgres set search_path = evil
