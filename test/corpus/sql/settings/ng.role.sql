set role pg_read_all_data
