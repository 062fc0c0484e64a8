SELECT most_common_vals FROM pg_stats WHERE tablename = 'customers';
SELECT * FROM pg_catalog.pg_statistic;
SELECT n_distinct FROM pg_catalog.pg_stats;
