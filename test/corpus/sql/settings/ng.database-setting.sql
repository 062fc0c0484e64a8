alter database postgres set search_path = evil
